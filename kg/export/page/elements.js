// Elements of text: what is data gets in as textContent and as the address of a web page, never as markup.
const $ = (id) => document.getElementById(id);

function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("aria-")) node.setAttribute(key, value);
    else node[key] = value;
  }
  node.append(...children.filter((child) => child !== null && child !== ""));
  return node;
}

function svg(tag, attributes) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

const button = (className, text, onclick, more = {}) =>
  el("button", { type: "button", className, textContent: text, onclick, ...more });

// Kana tells a Japanese name in a page of another language; its Chinese characters then get their Japanese shapes.
const isJapanese = (text) => /[\u3040-\u30ff]/.test(text);
const isolated = (text) => el("bdi", { textContent: text, ...(isJapanese(text) ? { lang: "ja" } : {}) });

// Thousands with commas; the browser's own way costs 20 ms when it is first asked.
function grouped(number) {
  const [whole, ...rest] = String(number).split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...rest].join(".");
}

function plural(count, word, many = `${word}s`) {
  return `${grouped(count)} ${count === 1 ? word : many}`;
}

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
