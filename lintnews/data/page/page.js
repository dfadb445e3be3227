// The page of `lintnews review`, and of the report `html`, where there is nothing to change.
(() => {
  "use strict";

  const address = document.body.dataset.live;
  const work = () => document.querySelector("#work .work");
  const findings = () => [...document.querySelectorAll("details.finding")];
  const wide = matchMedia("(min-width: 62rem)");
  // What the editor asks for is done one after the other: each step rests on what the one before left.
  let queue = Promise.resolve();
  const inTurn = (action) => { queue = queue.then(action).catch(() => {}); };

  // Selecting: one finding is open; its marks in the text stand out.

  const current = () => findings().find((finding) => finding.open) ?? null;

  const marksOf = (finding) =>
    finding.closest(".galley").querySelectorAll(`.mark[data-note="${finding.dataset.note}"]`);

  function show(finding) {
    document.querySelectorAll(".here").forEach((mark) => mark.classList.remove("here"));
    if (finding) marksOf(finding).forEach((mark) => mark.classList.add("here"));
    settle();
  }

  function select(finding, { focus = true } = {}) {
    if (!finding) return;
    findings().forEach((other) => { other.open = other === finding; });
    show(finding);
    if (focus) finding.querySelector("summary").focus({ preventScroll: true });
    reveal(marksOf(finding)[0], finding);
  }

  // Bring parts of the page into sight with one movement, the last one where there is no room for all.
  function reveal(...parts) {
    const boxes = parts.filter(Boolean).map((part) => part.getBoundingClientRect());
    const head = 80, foot = innerHeight - 100;
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    let top = Math.min(...boxes.map((box) => box.top));
    if (bottom - top > foot - head) top = boxes.at(-1).top;
    if (top >= head && bottom <= foot) return;
    const middle = (foot - head - (bottom - top)) / 2;
    scrollBy({ top: top - head - Math.max(0, wide.matches ? middle : 0) });
  }

  function step(by) {
    const all = findings();
    if (!all.length) return say("There are no findings.");
    const open = all.indexOf(current());
    const next = open < 0 ? (by > 0 ? 0 : all.length - 1) : open + by;
    if (next < 0 || next >= all.length) return say(by > 0 ? "That was the last finding." : "That was the first finding.");
    select(all[next]);
  }

  function toOther() {
    const finding = current();
    if (!finding) return;
    const places = [...finding.querySelectorAll(".place")];
    const last = places.indexOf(document.activeElement);
    const place = places[(last + 1) % places.length] ?? null;
    // The first place is the finding's own: from the note one goes to the other place first.
    follow(last < 0 && places.length > 1 ? places[1] : place);
  }

  function follow(link) {
    if (!link) return;
    link.focus({ preventScroll: true });
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    document.querySelectorAll(".at.here").forEach((at) => at.classList.remove("here"));
    target.classList.add("here");
    target.scrollIntoView({ block: "center" });
  }

  // Notes stand beside their marks, the open one exactly; the others make room.

  const GAP = 10;

  function settle() {
    for (const galley of document.querySelectorAll(".galley")) {
      galley.classList.toggle("floating", wide.matches);
      const all = [...galley.querySelectorAll("details.finding")];
      if (!wide.matches) {
        all.forEach((finding) => finding.style.removeProperty("top"));
        galley.style.removeProperty("min-height");
        continue;
      }
      const zero = galley.getBoundingClientRect().top;
      const notes = all.map((finding) => ({
        finding,
        height: finding.offsetHeight,
        wanted: standing(finding).getBoundingClientRect().top - zero - 4,
      }));
      push(notes, 0);
      const open = notes.findIndex(({ finding }) => finding.open);
      if (open > 0 && notes[open].top > notes[open].wanted) {
        notes[open].top = notes[open].wanted;
        for (let i = open - 1; i >= 0; i -= 1) {
          notes[i].top = Math.min(notes[i].top, notes[i + 1].top - notes[i].height - GAP);
        }
        push(notes.map((note) => Object.assign(note, { wanted: note.top })), 0, open);
        push(notes, open + 1);
      }
      notes.forEach(({ finding, top }) => { finding.style.top = `${top}px`; });
      const last = notes.at(-1);
      galley.style.minHeight = last ? `${last.top + last.height + 24}px` : "";
      requestAnimationFrame(() => galley.classList.add("settled"));
    }
  }

  // What a note stands beside: its mark, or the whole row while that is edited or has none.
  function standing(finding) {
    const mark = marksOf(finding)[0];
    return mark?.getClientRects().length ? mark : (finding.closest(".row") ?? finding.parentElement);
  }

  function push(notes, from, to = notes.length - 1) {
    for (let i = from; i <= to; i += 1) {
      const above = i ? notes[i - 1].top + notes[i - 1].height + GAP : 0;
      notes[i].top = Math.max(notes[i].wanted, above);
    }
  }

  // Telling.

  let silence;
  function say(text) {
    const said = document.getElementById("said");
    if (!said) return;
    said.textContent = text;
    clearTimeout(silence);
    silence = setTimeout(() => { said.textContent = ""; }, 6000);
  }

  function warn(text, kind = "") {
    const box = document.getElementById("alert");
    box.querySelector("p").textContent = text;
    box.querySelectorAll("[data-for]").forEach((part) => { part.hidden = part.dataset.for !== kind; });
    box.hidden = false;
    box.focus({ preventScroll: true });
  }

  const unwarn = () => { document.getElementById("alert").hidden = true; };

  // Asking the server, which keeps the article; the page shows what it answers.

  async function ask(what, more = {}) {
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ do: what, revision: Number(work().dataset.revision), ...more }),
      });
      if (!response.headers.get("Content-Type").startsWith("application/json")) {
        warn(`lintnews refused this (${response.status}). Open the address that it printed last.`);
        return null;
      }
      const answer = await response.json();
      if (answer.work) replace(answer);
      if (answer.problem) warn(answer.problem, answer.kind);
      else unwarn();
      return answer.problem ? null : answer;
    } catch {
      warn("lintnews does not answer. If it was ended, changes that were not saved are lost; what stands on this page can still be copied.");
      return null;
    }
  }

  function replace(answer) {
    document.getElementById("work").innerHTML = answer.work;
    enliven();
    const focus = findings().find((finding) => Number(finding.dataset.note) === answer.focus);
    if (focus) select(focus);
    else document.getElementById("work").focus({ preventScroll: true });
    settle();
  }

  function enliven() {
    const { undo, redo, unsaved } = work().dataset;
    able("undo", undo, undo && `Undo: ${undo}`);
    able("redo", redo, redo && `Redo: ${redo}`);
    able("save", unsaved, "");
  }

  function able(what, can, title) {
    const button = document.querySelector(`.bar [data-do=${what}]`);
    button.setAttribute("aria-disabled", can ? "false" : "true");
    button.title = title ?? "";
  }

  const left = () => {
    const count = findings().length;
    return `${count || "no"} finding${count === 1 ? "" : "s"} left.`;
  };

  async function take(what, done, more) {
    if (await ask(what, more)) say(`${done} ${left()}`);
  }

  const can = (what) => document.querySelector(`.bar [data-do=${what}]`).getAttribute("aria-disabled") !== "true";

  const actions = {
    next: () => step(1),
    previous: () => step(-1),
    accept() {
      const finding = current();
      const chosen = finding?.querySelector("input[name=candidate]:checked");
      if (!finding) return say("Go to a finding first.");
      if (!chosen) return say("There is no repair to accept: edit it by hand.");
      return take("accept", "Accepted.", { note: Number(finding.dataset.note), candidate: Number(chosen.value) });
    },
    dismiss() {
      const form = current()?.querySelector(".dismissal");
      if (!form) return say("Go to a finding first.");
      form.hidden = false;
      settle();
      form.querySelector("input").focus();
    },
    edit: (button) => edit((button ?? current())?.closest(".row")),
    undo: () => (can("undo") ? take("undo", `Undone: ${work().dataset.undo}.`) : say("There is nothing to undo.")),
    redo: () => (can("redo") ? take("redo", `Redone: ${work().dataset.redo}.`) : say("There is nothing to redo.")),
    async save() {
      if (!can("save")) return say("Everything is saved.");
      if (await ask("save")) say("Saved.");
    },
    async reload() { if (await ask("reload")) say("This is the file as it is now."); },
    restore: (button) => take("restore", "Reported again.", { index: Number(button.dataset.index) }),
    help: () => document.getElementById("help").showModal(),
    close(button) { button.closest("dialog")?.close(); if (!button.closest("dialog")) unwarn(); },
    cancel(button) { leave(button.closest("form")); },
    marks() {
      const off = document.body.classList.toggle("unmarked");
      say(off ? "Marks are hidden." : "Marks are shown.");
    },
  };

  // Editing by hand: a block as it stands in the file.

  async function edit(row) {
    if (!row) return say("Go to a finding first, or use the button of a paragraph.");
    if (row.querySelector(".by-hand")) return row.querySelector("textarea").focus();
    if (document.querySelector(".by-hand")) return document.querySelector(".by-hand textarea").focus();
    const number = Number(row.dataset.row);
    const answer = await ask("block", { row: number });
    if (!answer) return;
    const form = document.createElement("form");
    form.className = "by-hand";
    form.innerHTML = '<textarea spellcheck="true"></textarea><p class="buttons">' +
      '<button type="submit" class="first">Keep</button> <button type="button" data-do="cancel">Cancel</button></p>';
    const field = form.querySelector("textarea");
    field.setAttribute("aria-label", row.querySelector("button.edit").getAttribute("aria-label"));
    field.value = answer.text;
    field.defaultValue = answer.text;
    field.rows = Math.min(20, Math.ceil(answer.text.length / 62) + answer.text.split("\n").length - 1);
    form.dataset.row = number;
    if (work().dataset.markup) {
      const hint = document.createElement("p");
      hint.className = "remark";
      hint.textContent = "This is how it stands in the file: leave the marks of its format as they are.";
      form.prepend(hint);
    }
    row.querySelector(".block").hidden = true;
    row.querySelector("button.edit").hidden = true;
    row.querySelector(".text").append(form);
    settle();
    field.focus({ preventScroll: true });
    reveal(form);
  }

  function leave(form) {
    if (form.classList.contains("dismissal")) {
      form.hidden = true;
      form.closest("details.finding").querySelector("summary").focus();
    } else {
      const row = form.closest(".row");
      form.remove();
      row.querySelector(".block").hidden = false;
      const button = row.querySelector("button.edit");
      button.hidden = false;
      (row.contains(current()) ? current().querySelector("summary") : button).focus();
    }
    settle();
  }

  const submit = {
    repair: () => actions.accept(),
    dismissal: (form) => take("dismiss", "Dismissed.", {
      note: Number(form.closest("details.finding").dataset.note),
      reason: form.querySelector("input").value || form.querySelector("input").placeholder,
    }),
    "by-hand": (form) => take("rewrite", "Kept.", {
      row: Number(form.dataset.row),
      text: form.querySelector("textarea").value,
    }),
  };

  // What the editor does.

  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".mark[data-note]");
    const place = event.target.closest("a.place");
    const button = event.target.closest("[data-do]");
    if (mark) {
      event.preventDefault();
      select(document.getElementById(decodeURIComponent(mark.hash.slice(1))));
    } else if (place) {
      event.preventDefault();
      follow(place);
    } else if (button) {
      inTurn(() => actions[button.dataset.do](button));
    }
  });

  document.addEventListener("dblclick", (event) => {
    const row = address && event.target.closest(".block")?.closest(".row");
    if (row && !event.target.closest(".mark")) inTurn(() => edit(row));
  });

  document.addEventListener("submit", (event) => {
    event.preventDefault();
    inTurn(() => submit[event.target.classList[0]]?.(event.target));
  });

  document.addEventListener("toggle", (event) => {
    const finding = event.target;
    if (!finding.matches?.("details.finding")) return settle();
    if (finding.open) findings().forEach((other) => { if (other !== finding) other.open = false; });
    show(current());
  }, true);

  const keysOn = () => document.getElementById("keys-on")?.checked ?? true;
  const reading = { j: "next", n: "next", k: "previous", p: "previous", m: "marks" };
  const changing = { a: "accept", e: "edit", d: "dismiss", u: "undo", r: "redo", s: "save", "?": "help" };

  document.addEventListener("keydown", (event) => {
    const form = event.target.closest("form.by-hand, form.dismissal");
    const typing = event.target.matches("input:not([type=radio], [type=checkbox]), textarea");
    const command = event.ctrlKey || event.metaKey;
    if (event.key === "Escape" && form) return event.preventDefault(), leave(form);
    if (command && event.key === "Enter" && form) return event.preventDefault(), form.requestSubmit();
    if (command && event.key === "s" && address) return event.preventDefault(), inTurn(actions.save);
    if (typing || command || event.altKey || !keysOn() || document.querySelector("dialog[open]")) return;
    const key = event.key.toLowerCase();
    const action = reading[key] ?? (address ? changing[key] : undefined);
    if (action) return event.preventDefault(), inTurn(() => actions[action]());
    if (key === "o") return event.preventDefault(), toOther();
    const choice = current()?.querySelectorAll("input[name=candidate]")[Number(event.key) - 1];
    if (choice) choice.checked = true, choice.focus({ preventScroll: true });
  });

  // The server keeps the article: to go to another one is not to leave. What is in a text field, it lacks.
  let staying = false;
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".masthead a")) return;
    staying = true;
    setTimeout(() => { staying = false; }, 1000);
  });

  addEventListener("beforeunload", (event) => {
    const byHand = document.querySelector(".by-hand textarea");
    const typed = byHand && byHand.value !== byHand.defaultValue;
    if (typed || (work()?.dataset.unsaved && !staying)) event.preventDefault();
  });

  // A list of articles fills in what was not linted yet, one after the other.
  async function fill() {
    for (const place of document.querySelectorAll("[data-count]")) {
      try {
        const { count, title } = await (await fetch(place.dataset.count)).json();
        place.querySelector(".count").textContent = count;
        place.querySelector(".title").textContent = title;
      } catch {
        return;
      }
    }
  }

  document.body.classList.add("scripts");
  if (work()) enliven();
  settle();
  wide.addEventListener("change", settle);
  addEventListener("resize", settle);
  document.fonts?.ready.then(settle);
  if (location.hash) select(document.querySelector(`details.finding${location.hash.replace(/[^#\w-]/g, "")}`), { focus: false });
  fill();
})();
