"use strict";
// Elements of text: what is data gets in as textContent and as the address of a web page, never as markup.
function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("aria-")) node.setAttribute(key, value);
    else node[key] = value;
  }
  node.append(...children.filter((child) => child !== null && child !== ""));
  return node;
}
const isolated = (text) => el("bdi", { textContent: text });
const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
function short(name) {
  const letters = [...name];
  return letters.length > 32 ? `${letters.slice(0, 31).join("")}…` : name;
}

function link(url, text) {
  let address = null;
  try {
    address = new URL(url);
  } catch {
    return isolated(text);
  }
  if (!["http:", "https:"].includes(address.protocol)) return isolated(text);
  return el("a", { href: address.href, target: "_blank", rel: "noopener noreferrer nofollow" }, isolated(text));
}

const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s・·-]+/g, "");
