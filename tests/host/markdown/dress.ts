// The further changes reading view makes to the elements of a block: classes and attributes of links, headings, tasks
// and callouts.

const TASK = /^\[(.)\]\s+/su;
const CALLOUT = /^\[!([^\]]+)\]([+-]?)[^\S\n]*([^\n]*)/;

function dressLinks(el: HTMLElement): void {
  for (const link of el.findAll("a:not(.internal-link)")) {
    const href = link.getAttribute("href") ?? "";
    if (/^[a-z][a-z0-9+.-]*:/i.test(href)) {
      link.addClass("external-link");
      link.setAttrs({ target: "_blank", rel: "noopener nofollow" });
    } else if (href !== "") {
      link.addClass("internal-link");
      link.setAttrs({ "data-href": decodeURI(href) });
    }
  }
}

function dressHeadings(el: HTMLElement): void {
  for (const heading of el.findAll("h1, h2, h3, h4, h5, h6"))
    heading.setAttrs({ "data-heading": heading.textContent, dir: "auto" });
}

function dressTasks(el: HTMLElement): void {
  for (const item of el.findAll("li")) {
    const first = item.firstChild?.nodeName === "P" ? item.firstChild.firstChild : item.firstChild;
    const task = first?.nodeType === Node.TEXT_NODE ? TASK.exec(first.textContent ?? "") : null;
    if (!task || !first) continue;
    first.textContent = (first.textContent ?? "").slice(task[0].length);
    item.addClass("task-list-item");
    item.dataset["task"] = task[1] ?? " ";
    const box = createEl("input", { type: "checkbox", cls: "task-list-item-checkbox" });
    box.checked = task[1] !== " ";
    item.prepend(box);
  }
}

/** A quote that begins with `[!type]` becomes a callout. */
function dressCallouts(el: HTMLElement): void {
  for (const quote of el.findAll("blockquote")) {
    const first = quote.querySelector("p")?.firstChild;
    const opening = first?.nodeType === Node.TEXT_NODE ? CALLOUT.exec(first.textContent ?? "") : null;
    if (!opening || !first) continue;
    const [whole, type = "note", , title = ""] = opening;
    first.textContent = (first.textContent ?? "").slice(whole.length);
    if (first.nextSibling?.nodeName === "BR") first.nextSibling.remove();
    const callout = createDiv({ cls: "callout", attr: { "data-callout": type.toLowerCase() } });
    callout.createDiv("callout-title").createDiv({ cls: "callout-title-inner", text: title === "" ? type : title });
    callout.createDiv("callout-content").append(...quote.childNodes);
    quote.replaceWith(callout);
  }
}

export function dress(el: HTMLElement): void {
  dressLinks(el);
  dressHeadings(el);
  dressTasks(el);
  dressCallouts(el);
}
