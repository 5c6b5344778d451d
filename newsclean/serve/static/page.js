// A file that is dropped anywhere on the page is cleaned at once. Without this script, the form works the same.
const form = document.querySelector("form");
const file = document.querySelector("#file");
const status = document.querySelector("[role=status]");

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
// Whoever goes on to paste means that, and no longer the file.
document.querySelector("#text").addEventListener("input", () => (file.value = ""));

form.addEventListener("submit", () => (status.textContent = "Cleaning…"));
document.querySelector("iframe").addEventListener("load", () => {
  if (status.textContent) status.textContent = "The answer is below.";
});
form.addEventListener("reset", () => (status.textContent = ""));
