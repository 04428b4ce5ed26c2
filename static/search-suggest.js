// Suggestions under the field of a search: entities and words while it is typed in, and what a query that finds
// little may have meant. A combobox with a list after the ARIA Authoring Practices.
"use strict";

// musnad_suggest(form, engine, words, count) -> { offer(text) }; words are the interface's, count(n, what) says n.
function musnad_suggest(form, engine, words, count) {
  const element = musnad_element, field = form.q, list = form.querySelector("[role=listbox]");
  const language = document.documentElement.lang;
  let typed = 0, looking = false; // counts changes of the field; whether one is being looked up
  let options = [], active = -1;

  // ---- the list ----

  function activate(at) {
    options[active]?.element.removeAttribute("aria-selected");
    active = at;
    if (at < 0) return field.removeAttribute("aria-activedescendant");
    options[at].element.setAttribute("aria-selected", "true");
    field.setAttribute("aria-activedescendant", options[at].element.id);
    return options[at].element.scrollIntoView({ block: "nearest" });
  }

  function close() {
    typed++;
    activate(-1);
    options = [];
    list.hidden = true;
    list.replaceChildren();
    field.setAttribute("aria-expanded", "false");
  }

  // Of a completion, what stands in the list and what the field's text becomes: an entity asked for by its name in
  // the field for entities, a word in place of what was typed of it.
  function option({ kind, articles, name, english }, from, at) {
    const entity = kind !== "w", shown = entity && language !== "ar" && english ? english : name;
    const head = field.value.slice(0, from).trimEnd();
    return {
      text: [head, entity ? `${words.search.entity}:"${name}"` : name].filter(Boolean).join(" "),
      entity,
      element: element("li", { role: "option", id: `suggestion-${at}` }, element("bdi", { class: "t" }, shown), " ",
        element("span", { class: "how" }, words.kinds[kind], entity && ` · ${count(articles, "articles")}`)),
    };
  }

  function show({ found, from }) {
    activate(-1);
    options = found.map((one, at) => option(one, from, at));
    list.replaceChildren(...options.map((one) => one.element));
    list.hidden = !options.length;
    field.setAttribute("aria-expanded", String(options.length > 0));
  }

  // Look up what is in the field now; of several changes while it is looked for, only the last.
  async function look() {
    typed++;
    if (looking) return;
    looking = true;
    try {
      for (let mine = 0; mine !== typed;) {
        mine = typed;
        const text = field.value, wanted = text.trim().length > 0 && document.activeElement === field;
        const found = wanted ? await (await engine.near()).complete(text) : { found: [] };
        if (mine === typed) show(found);
      }
    } catch (error) {
      console.error(error);
      close();
    } finally {
      looking = false;
    }
  }

  function choose({ text, entity }) {
    field.value = entity ? text : `${text} `;
    close();
    if (entity) form.requestSubmit();
    else look();
  }

  // ---- the keyboard and the pointer ----

  field.addEventListener("input", (event) => {
    if (!event.isComposing) look();
  });
  field.addEventListener("compositionend", look);
  field.addEventListener("blur", close);
  form.addEventListener("submit", close);
  field.addEventListener("keydown", (event) => {
    const { key } = event, open = !list.hidden;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (key === "ArrowDown" && event.altKey && !open) look();
    else if (key === "ArrowUp" && event.altKey && open) close();
    else if (event.altKey || !open) return;
    else if (key === "ArrowDown") activate(active + 1 < options.length ? active + 1 : -1);
    else if (key === "ArrowUp") activate(active < 0 ? options.length - 1 : active - 1);
    else if (key === "Escape") close();
    else if (key === "Enter" && active >= 0) choose(options[active]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const chosen = options.find((one) => one.element.contains(event.target));
    if (chosen) choose(chosen);
  });

  // ---- what was meant ----

  // Links to the queries that may have been meant, into `place`.
  async function offer(text, place) {
    const found = await (await engine.near()).meant(text);
    const links = found.map((query) => {
      const asked = new URLSearchParams(location.search);
      asked.set("q", query);
      return element("a", { href: `?${asked}` }, element("bdi", { class: "t" }, query));
    });
    return () => {
      place.replaceChildren(`${words.search.meant} `, ...links.flatMap((link, at) => (at ? [words.comma, link] : [link])));
      place.hidden = !links.length;
    };
  }

  look();
  return { offer };
}
