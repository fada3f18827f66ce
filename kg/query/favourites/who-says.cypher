// Speakers by how many claims they make, and how sure these are.
MATCH (c:Claim)
WHERE c.speaker IS NOT NULL
RETURN c.speaker AS speaker, count(c) AS claims, collect(DISTINCT c.modality) AS modalities
ORDER BY claims DESC, speaker
LIMIT 50;
