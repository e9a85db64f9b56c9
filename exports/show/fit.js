// Before anything is shown: the stage in the size and the ground of the screen. The player's own program begins later, when plotly.js is read.
const STAGES = { wide: [1920, 1080], tall: [1600, 1200] }
const askedSlide = Math.trunc(new URLSearchParams(location.search).get('slide') || location.hash.slice(1)) || 1
let shape = ''
let isDark = matchMedia('(prefers-color-scheme: dark)').matches

// A stage of 16:9, or of 4:3 on a screen that is less broad than 16:10: letters keep their share of the height of the screen.
function fit() {
  const [was, ratio] = [shape, innerWidth / innerHeight]
  shape = ratio < 1.59 ? 'tall' : 'wide'
  const [across, down] = STAGES[shape]
  document.documentElement.classList.toggle('tall', shape === 'tall')
  document.documentElement.style.setProperty('--scale', Math.min(innerWidth / across, innerHeight / down))
  return was !== shape
}

fit()
document.documentElement.classList.toggle('dark', isDark)
// What stands in the page is the first slide.
document.documentElement.classList.toggle('later', askedSlide > 1)

// Keys that are pressed while the program is still on its way are not lost: it does what they say when it comes.
const early = []
const keepKey = (event) => {
  early.push(event)
  if (event.key === 'F5' && !event.ctrlKey) event.preventDefault()
}
addEventListener('keydown', keepKey)
