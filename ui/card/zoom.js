// The days that the handles of a chart leave, null where they leave all: Streamlit does not tell the server of them.
function spanOf(figure) {
  const held = figure && document.querySelector(`.st-key-chart-${figure} .js-plotly-plot`)
  const axis = held && held.layout && held.layout.xaxis
  const whole = axis && axis.rangeslider && axis.rangeslider.range
  const days = (range) => range.map((at) => String(at).slice(0, 10))
  return whole && days(whole).join() !== days(axis.range).join() ? days(axis.range) : null
}

// The addresses in a text, with these days.
function zoomed(text, days) {
  return text.replace(/(\?|&amp;|&)(?=rel=)/g, (sign) => `${sign}zoom=${days.join('_')}${sign === '?' ? '&' : sign}`)
}

// "Shown: 5 March 2019 to 30 June 2024."
function shown(days) {
  const inWords = (day) => new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  return `Shown: ${days.map(inWords).join(' to ')}.`
}

