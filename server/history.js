// One entry of the browser's history for each page and link. Streamlit makes several for one step: it first writes the new values behind
// the old address, then changes the page, then removes what the page does not know; the browser's Back would lead to those half-way addresses,
// and a page reached so loses its filters. After a click on a link, or a search, the first entry stays and what follows mends it;
// without such a click, an entry is made for another page alone.
(() => {
  const push = history.pushState.bind(history)
  const replace = history.replaceState.bind(history)
  let link = false
  let made = false
  const began = (event) => {
    if (event.type === 'keydown' && event.key !== 'Enter') return
    const at = event.composedPath()[0]
    link = at instanceof Element && at.closest(event.type === 'click' ? 'a[href], [role=search] button' : 'a[href], [role=search]') !== null
    made = false
  }
  for (const type of ['click', 'keydown']) addEventListener(type, began, true)
  addEventListener('popstate', () => { link = false }, true)
  history.pushState = (state, unused, url) => {
    const elsewhere = new URL(url ?? '', location.href).pathname !== location.pathname
    if (link ? made : !elsewhere) return replace(state, unused, url)
    made = true
    return push(state, unused, url)
  }
})();
