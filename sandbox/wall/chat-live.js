// Keeps the chat fresh without a reload; the forms work without this script too.
const { page, lang, as } = document.body.dataset;

async function refresh() {
  const response = await fetch(`/_wall/chat-fragment?page=${page}&lang=${lang}&as=${as}`);
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html").getElementById("chat");
  const shown = document.getElementById("chat");
  if (!fresh || fresh.innerHTML === shown.innerHTML || shown.contains(document.activeElement)) return;
  shown.innerHTML = fresh.innerHTML;
  shown.scrollTop = shown.scrollHeight;
}

document.getElementById("chat").scrollTop = document.getElementById("chat").scrollHeight;
const events = new EventSource(`/_wall/events?page=${page}`);
events.onmessage = () => refresh().catch(() => undefined);
