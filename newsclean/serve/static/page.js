// A file that is dropped anywhere on the page is cleaned at once. Without this script, the form works the same.
const form = document.querySelector("form");
const file = document.querySelector("#file");

addEventListener("dragover", (event) => {
  event.preventDefault();
  form.classList.add("over");
});
addEventListener("dragleave", () => form.classList.remove("over"));
addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  form.classList.remove("over");
  file.files = event.dataTransfer.files;
  form.requestSubmit();
});
