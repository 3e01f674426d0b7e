"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const source = $("source");
  const clean = $("clean");
  const status = $("status");
  const WAIT = 200; // milliseconds after the last key
  const names = new Intl.DisplayNames(["en"], { type: "language" });
  let offered = null;
  let text = "";

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const many = (count, one, several = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : several}`;
  const boxes = () => [...document.querySelectorAll("input[name=stay]")];

  // What the labels of the page ask for, against what newsclean does by itself.
  const changed = () => boxes().filter((box) => box.checked !== box.defaultChecked);
  const asked = () => ({
    text: source.value,
    locale: $("locale").value,
    kind: $("kind").value,
    url: $("url").value.trim(),
    keep: changed().filter((box) => box.checked).map((box) => box.value),
    drop: changed().filter((box) => !box.checked).map((box) => box.value),
  });

  const say = (message, wrong = false) => {
    status.textContent = message;
    status.classList.toggle("wrong", wrong);
  };
  const wrong = (message) => {
    show({ text: "", counts: {}, report: "", notes: [] });
    say(message, true);
  };
  const show = (answer) => {
    text = answer.text;
    clean.textContent = text;
    clean.lang = answer.locale ?? answer.language ?? "";
    clean.classList.remove("stale");
    $("copy").disabled = !text;
    $("fragment").innerHTML = answer.report; // escaped by the server; the page's policy runs no script in it
    $("report").hidden = !answer.report;
    for (const box of boxes()) box.parentElement.querySelector("b").textContent = answer.counts[box.value] ?? "";
  };
  const sum = (answer) => {
    const place = answer.locale ?? answer.language;
    const parts = [place ? `${names.of(place)}` : "language not known"];
    parts.push(answer.kind === "html" ? "read as HTML" : "read as text");
    parts.push(answer.removed ? `${many(answer.removed, "line")} removed` : "nothing to remove");
    if (answer.text) parts.push(`${many(answer.text.split(/\s+/u).filter(Boolean).length, "word")} left`);
    return parts.join(" · ");
  };

  // One question at a time; what was typed meanwhile is asked when the answer is there.
  let asking = false;
  let again = false;
  const ask = async () => {
    if (asking) {
      again = true;
      return;
    }
    const question = asked();
    $("clear").hidden = !question.text;
    $("size").textContent = question.text ? many(question.text.length, "character") : "";
    if (!question.text.trim()) {
      show({ text: "", counts: {}, report: "", notes: [] });
      say("");
      return;
    }
    if (question.text.length > offered.max_size) {
      wrong(`This page takes ${many(offered.max_size, "character")}. For more, save it to a file and run: newsclean FILE`);
      return;
    }
    asking = true;
    clean.classList.add("stale");
    try {
      const response = await fetch("/clean", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(question),
      });
      const answer = await response.json();
      if (response.ok) {
        show(answer);
        say(sum(answer));
      } else {
        wrong(answer.error);
      }
    } catch {
      wrong("newsclean does not answer. Is it still running in the terminal?");
    }
    asking = false;
    if (again) {
      again = false;
      ask();
    }
  };
  let timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  };

  // Labels: one box each; ticked ones stay.
  const describe = () => {
    const count = changed().length;
    $("chosen").textContent = count ? `${many(count, "label")} changed` : "";
    $("reset").hidden = !count;
  };
  const titles = { article: "Article", metadata: "Metadata", furniture: "Furniture" };
  const group = ([name, labels]) => {
    const chips = labels.map((label) => {
      const stays = name === "article";
      const box = make("input", { type: "checkbox", name: "stay", value: label, defaultChecked: stays, checked: stays });
      const chip = make("label", { className: "chip" }, box, label.replace("_", " "), " ", make("b"));
      if (!stays) chip.dataset.label = label;
      return chip;
    });
    return make("fieldset", {}, make("legend", { textContent: titles[name] }), make("div", { className: "chips" }, ...chips));
  };

  const copied = (done) => {
    $("copy").textContent = done ? "Copied" : "Press Ctrl+C";
    setTimeout(() => { $("copy").textContent = "Copy"; }, 2000);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      copied(true);
    } catch { // the browser does not allow it: the text is selected instead
      getSelection().selectAllChildren(clean);
      copied(false);
    }
  };
  const fill = (example) => {
    source.value = example.text;
    source.scrollTop = 0;
    $("url").value = example.url ?? "";
    $("kind").value = "";
    $("locale").value = "";
    ask();
  };

  const start = async () => {
    offered = await (await fetch("/choices")).json();
    for (const locale of offered.locales) {
      $("locale").append(make("option", { value: locale, textContent: `${names.of(locale)} (${locale})` }));
    }
    document.querySelector(".groups").append(...Object.entries(offered.groups).map(group));
    for (const example of offered.examples) {
      const button = make("button", { type: "button", textContent: example.name });
      button.addEventListener("click", () => fill(example));
      document.querySelector(".examples").append(button);
    }
    source.addEventListener("input", soon);
    $("options").addEventListener("input", () => { describe(); soon(); });
    $("options").addEventListener("submit", (event) => event.preventDefault());
    $("reset").addEventListener("click", () => {
      for (const box of boxes()) box.checked = box.defaultChecked;
      describe();
      ask();
    });
    $("clear").addEventListener("click", () => {
      source.value = "";
      source.focus();
      ask();
    });
    $("copy").addEventListener("click", copy);
    if (source.value) ask(); // what the browser kept when the page was reloaded
    source.focus({ preventScroll: true });
  };
  start().catch(() => wrong("newsclean does not answer. Is it still running in the terminal?"));
})();
