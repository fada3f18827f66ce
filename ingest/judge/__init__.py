"""Which relations a sentence states between its mentions, judged by a trained model that also hears the rules."""
