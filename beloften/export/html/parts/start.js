// The address of the page says what is asked, so that a number is a link and the way back works.

function follow() {
  const asked = question(location.hash);
  if (!asked) return;
  place("reader").close();
  ask(asked);
  place("quotations").scrollIntoView();
  place("quotations-title").focus({ preventScroll: true });
}

startTable();
startFilters();
startReader();
ask(question(location.hash) ?? NO_QUESTION);
if (question(location.hash)) follow();
window.addEventListener("hashchange", follow);

// Arrows walk through the table, which may have hundreds of numbers.
place("rates").addEventListener("keydown", (event) => {
  const cell = event.target.closest("td, th");
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
  if (!cell || !steps) return;
  const rows = [...place("rates").querySelectorAll("tr")];
  let [row, column] = [rows.indexOf(cell.parentElement), cell.cellIndex];
  for (let link = null; !link; ) {
    row += steps[0];
    column += steps[1];
    const next = rows[row]?.cells[column];
    if (!next) return;
    link = next.querySelector("a");
    if (link) {
      event.preventDefault();
      link.focus();
    }
  }
});

// What is folded is printed too, and as much of the list as a reader can take.
window.addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  if (list.shown < PRINTED) showMore(PRINTED - list.shown);
});
