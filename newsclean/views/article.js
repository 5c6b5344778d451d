"use strict";
// Shows, for a part of one side, what it is on the other side, and why. All else works without a script.
(() => {
  const source = document.getElementById("source");
  const article = document.getElementById("article");
  const status = document.querySelector("#why p");
  const across = document.querySelector("#why button");
  const beside = matchMedia("(min-width: 60em)");
  let lit = [];
  let current = null;

  const part = (node) => (node instanceof Element ? node.closest("[data-n], [data-to]") : null);

  function twins(of) {
    if (of.dataset.n) return [...article.querySelectorAll(`[data-to~="${of.dataset.n}"]`)];
    const numbers = of.dataset.to.split(" ").filter(Boolean);
    return numbers.flatMap((number) => [...source.querySelectorAll(`[data-n="${number}"]`)]);
  }

  function why(piece) {
    const { k: kind, c: cleaner, b: score, p: place, n: number } = piece.dataset;
    if (!number) return "Not found in the text: the page states it of itself, or the text as a whole tells it.";
    const chip = document.querySelector(`#show-${kind}`)?.closest("label");
    const says = [];
    if (piece.localName === "del") says.push(`Removed as ${kind}: ${chip?.title ?? ""}`, cleaner && `by the cleaner ${cleaner}`);
    else if (piece.localName === "mark") says.push(`Became ${kind.replace("_", " ")}`, cleaner && `by the cleaner ${cleaner}`);
    else says.push(`Kept in the body as ${kind.replace("_", " ")}`, cleaner && `by the cleaner ${cleaner}`);
    if (score) says.push(`likely to be body, says the content model: ${score}%`);
    if (place) says.push(`characters ${place} of the source`);
    return `${says.filter(Boolean).join(" · ")}.`;
  }

  // What is inside a closed list is shown by the list's heading.
  const seen = (node) => node.closest("details:not([open])")?.querySelector("summary") ?? node;

  function show(piece) {
    if (piece === current) return;
    for (const node of lit) node.classList.remove("lit");
    const others = piece ? twins(piece) : [];
    current = piece;
    lit = piece ? [piece, ...others.map(seen)] : [];
    for (const node of lit) node.classList.add("lit");
    if (!piece) return;
    status.textContent = why(piece.dataset.n ? piece : (others[0] ?? piece));
    across.hidden = !others.length;
    if (others.length && beside.matches) seen(others[0]).scrollIntoView({ block: "nearest" });
  }

  function focus(piece) {
    piece.tabIndex = -1;
    piece.focus({ preventScroll: true });
    piece.scrollIntoView({ block: "nearest" });
    show(piece);
  }

  function cross() {
    const other = current && twins(current)[0];
    if (!other) return;
    const side = other.dataset.n ? "source" : "article";
    document.getElementById(`side-${side}`).checked = true;
    for (let list = other.closest("details"); list; list = null) list.open = true;
    focus(other);
  }

  function step(pane, by) {
    const all = [...pane.querySelectorAll("[data-n], [data-to]")];
    let at = all.indexOf(current);
    at = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
    // Only those on the way are asked: what is not in view is laid out when it is asked for its place.
    while (all[at] && !all[at].checkVisibility()) at += by;
    if (all[at]) focus(all[at]);
  }

  document.addEventListener("pointermove", (event) => {
    // Scrolling moves the page under the pointer: that is no pointing.
    if (event.movementX || event.movementY) show(part(event.target) ?? current);
  });
  document.addEventListener("click", (event) => {
    const piece = part(event.target);
    if (piece && getSelection().isCollapsed) show(piece);
  });
  document.addEventListener("focusin", (event) => part(event.target) && show(part(event.target)));
  document.addEventListener("keydown", (event) => {
    const pane = event.target.closest?.(".pane");
    if (event.key === "Escape") show(null);
    if (!pane || event.altKey || event.ctrlKey || event.metaKey || event.target.closest("summary, a")) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) step(pane, by);
    else if (event.key === "Enter") cross();
    else return;
    event.preventDefault();
  });
  across.addEventListener("click", cross);
})();
