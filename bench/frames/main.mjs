/** Shows board B1 in Excalidraw or tldraw, as the query says. */
const show = new URLSearchParams(location.search).get('show')
const page = show === 'tldraw' ? import('./tldraw.mjs') : import('./excalidraw.mjs')
await (await page).open(document.getElementById('root'))
window.ready_ = true
