"use strict";
(() => {
  const root = document.documentElement;
  const tip = document.getElementById("tip");
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  // Views: side by side, one column, clean text. A phone starts with one column.
  const setView = (name) => {
    root.dataset.view = name;
    for (const box of all("input[name=view]")) box.checked = box.value === name;
  };
  setView(matchMedia("(max-width: 48rem)").matches ? "one" : "both");

  // Labels that are not ticked are left out; a style sheet of the page's own does it for any number of articles.
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const filter = () => {
    const off = all("input[name=label]:not(:checked)").map((box) => box.value);
    const css = off.map((label) => label === "edit"
      ? `.e[data-label=edit], .e[data-label=edit] > * { background: none !important; box-shadow: none !important; border: 0 !important }
         [data-view=one] .e[data-label=edit] > del { display: none }`
      : `.gone[data-label=${label}], .e[data-label=${label}] { display: none } .strip [data-label=${label}] { opacity: 0.12 }`);
    sheet.replaceSync(css.join("\n"));
  };

  // Tips: the evidence of a removed line, and what an edit changed.
  const add = (tag, text) => {
    const element = document.createElement(tag);
    element.textContent = text;
    tip.append(element);
  };
  const pair = (mark) => {
    const row = mark.closest(".row");
    const [left, right] = [all(".src > .e", row), all(".out > .e", row)];
    const at = Math.max(left.indexOf(mark), right.indexOf(mark));
    return [left[at], right[at]];
  };
  const words = (name) => name.replace("_", " ");
  const describe = (target) => {
    tip.replaceChildren();
    if (target.matches(".gone")) {
      add("strong", `Removed: ${words(target.dataset.label)}`);
      for (const reason of all(".why > *", target)) add("code", reason.textContent);
      add("small", `characters ${target.dataset.at} of the source`);
      return;
    }
    const [source] = pair(target);
    if (source.dataset.label === "edit") {
      const [before, after] = ["del", "ins"].map((tag) => source.querySelector(tag)?.textContent ?? "∅");
      add("strong", source.dataset.spelled ?? `${before} → ${after}`.slice(0, 300));
    } else {
      add("strong", `Cut out: ${words(source.dataset.label)}`);
    }
    for (const rule of source.dataset.by.split(" ")) add("code", rule);
  };
  const place = (target, point) => {
    tip.hidden = false;
    const box = target.getClientRects()[0] ?? target.getBoundingClientRect();
    const why = target.querySelector(".why")?.getBoundingClientRect().left;
    const left = why === undefined ? box.left : point ? point.x + 12 : why - 14;
    const below = box.bottom + 6;
    const top = below + tip.offsetHeight < innerHeight ? below : Math.max(4, box.top - tip.offsetHeight - 6);
    tip.style.left = `${Math.max(8, Math.min(left, innerWidth - tip.offsetWidth - 8))}px`;
    tip.style.top = `${top}px`;
  };
  let shown = null;
  let timer = 0;
  const light = (target, on) => {
    if (target?.matches(".e")) for (const mark of pair(target)) mark?.classList.toggle("on", on);
  };
  const hide = () => {
    clearTimeout(timer);
    light(shown, false);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    tip.hidden = true;
  };
  const show = (target, point) => {
    clearTimeout(timer);
    if (target === shown) return;
    hide();
    shown = target;
    describe(target);
    place(target, point);
    target.role = "group";
    target.setAttribute("aria-describedby", "tip");
    light(target, true);
  };
  const explained = (event) => event.target.closest?.(".e, .gone");
  document.addEventListener("pointerover", (event) => {
    if (event.target.closest?.("#tip")) return clearTimeout(timer);
    const target = explained(event);
    if (target) return show(target, { x: event.clientX });
    clearTimeout(timer);
    if (shown && shown !== document.activeElement) timer = setTimeout(hide, 150);
  });
  document.addEventListener("focusin", (event) => {
    const target = explained(event);
    if (target) show(target); else hide();
  });
  document.addEventListener("focusout", hide);
  addEventListener("scroll", () => { if (shown) place(shown); }, { passive: true });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  // Many articles: unfold one when it is opened, find by title or file, choose a rule, open what an address names.
  const items = all(".item");
  const find = document.getElementById("find");
  const empty = document.getElementById("empty");
  let rule = "";
  const mark = (item) => {
    for (const row of all(".gone", item)) row.classList.toggle("hit", all("code", row).some((code) => code.textContent === rule));
    for (const edit of all(".src > .e", item)) edit.classList.toggle("hit", edit.dataset.by.split(" ").includes(rule));
  };
  const unfold = (item) => {
    const folded = item.querySelector("script");
    if (folded) {
      folded.insertAdjacentHTML("afterend", folded.textContent);
      folded.remove();
    }
    if (rule) mark(item);
  };
  const choose = () => {
    const wanted = (find?.value ?? "").toLowerCase();
    const by = `[data-by~="${CSS.escape(rule)}"]`;
    let left = 0;
    for (const item of items) {
      const fits = item.querySelector("summary").textContent.toLowerCase().includes(wanted) && (!rule || item.matches(by));
      item.hidden = !fits;
      left += fits ? 1 : 0;
    }
    empty.hidden = left > 0 || items.length === 0;
  };
  const chooseRule = (button) => {
    rule = button.ariaPressed === "true" ? "" : button.dataset.rule;
    for (const other of all("[data-rule]")) other.ariaPressed = String(other === button && rule !== "");
    for (const item of items) if (item.open) mark(item);
    choose();
  };
  const openNamed = () => {
    const named = document.getElementById(location.hash.slice(1));
    if (named?.matches("details")) named.open = true;
  };
  document.addEventListener("toggle", (event) => {
    if (event.target.open && event.target.matches(".item")) unfold(event.target);
  }, true);
  find?.addEventListener("input", choose);
  addEventListener("hashchange", openNamed);
  openNamed();

  document.addEventListener("change", (event) => {
    if (event.target.name === "view") setView(event.target.value);
    if (event.target.name === "label") filter();
  });
  document.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.rule) chooseRule(button);
    if (button?.dataset.open !== undefined) for (const item of items) if (!item.hidden) item.open = Boolean(button.dataset.open);
    if (button?.dataset.all === undefined) return;
    for (const box of all("input[name=label]")) box.checked = Boolean(button.dataset.all);
    filter();
  });
  filter(); // a page that was reloaded keeps its boxes
  const bar = document.querySelector("form.bar");
  if (bar) new ResizeObserver(() => root.style.setProperty("--under", `${bar.offsetHeight - 1}px`)).observe(bar);
})();
