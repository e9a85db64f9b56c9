// Options have a hyphen between two years, titles a dash. What is typed or pasted with a dash into a box of options finds the same.
// It is changed before the program of the page hears of it.
(() => {
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
  addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.getAttribute('role') !== 'combobox' || !/[\u2010-\u2015\u2212]/.test(target.value)) return
    const at = target.selectionStart
    write.call(target, target.value.replace(/[\u2010-\u2015\u2212]/g, '-'))
    target.setSelectionRange(at, at)
  }, { capture: true })
})();
