// A finger on a chart scrolls the page. Plotly takes each touch for the beginning of a drag and keeps the page still;
// it does not hear of touches here, and a tap still reaches it as the click that browsers make of it. The handles of a range slider are dragged.
(() => {
  const unheard = (event) => {
    const at = event.composedPath()[0]
    if (at instanceof Element && at.closest('.js-plotly-plot') && !at.closest('.rangeslider-container')) event.stopImmediatePropagation()
  }
  addEventListener('touchstart', unheard, { capture: true, passive: true })
})();
