/* Runs before the page is drawn: tells the style sheet that scripts are at work. */
export const root = document.documentElement;
root.classList.add("js");
