// Says what is wrong when the page gets no connection to its server; Streamlit shows an empty page for as long as that lasts.
(() => {
  const Plain = window.WebSocket
  const NEVER = 'The connection to the server does not come about. If this stays so, the proxy in front of it may not pass websockets on: it has to pass the headers Upgrade and Connection.'
  const MANY = 'Very many pages are being opened from your address. This one opens by itself in a moment.'
  let opened = false
  let box = null
  const show = (words) => {
    if (!box) {
      box = document.createElement('div')
      box.id = 'no-connection'
      box.setAttribute('role', 'alert')
      box.style.cssText = 'position:fixed;inset:4rem 1rem auto;margin:auto;max-width:44rem;padding:1rem 1.25rem;z-index:1000000;background:#fff;color:#0d1116;border:1px solid #a3262a;font:16px/1.5 sans-serif;overflow-wrap:anywhere'
      document.body.append(box)
    }
    box.textContent = words
  }
  const ask = async () => {
    if (opened) return
    const query = new URLSearchParams({ origin: location.origin })
    // A server that is away answers nothing here; Streamlit itself says so.
    const answer = await fetch(new URL(`connection?${query}`, window.__streamlit.BACKEND_BASE_URL)).catch(() => null)
    const words = answer?.ok ? (await answer.text()) || NEVER : answer?.status === 429 ? MANY : ''
    if (words && !opened) show(words)
  }
  const open = () => {
    opened = true
    box?.remove()
  }
  window.WebSocket = class extends Plain {
    constructor(...given) {
      super(...given)
      this.addEventListener('open', open)
      this.addEventListener('close', ask)
    }
  }
  setTimeout(ask, 4000)
})();
