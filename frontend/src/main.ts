import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '@fontsource/caveat/latin-500.css'
import '@fontsource/caveat/latin-ext-500.css'
import './ui/styles/tokens.css'
import './ui/styles/base.css'
import { mount } from 'svelte'
import { language } from './i18n/language.svelte'
import App from './ui/App.svelte'
import { keySet } from './ui/keySet.svelte'
import { renewal } from './ui/renewal'
import { router } from './ui/router.svelte'
import { skin } from './ui/skin.svelte'

language.start()
skin.start()
keySet.start()
router.start()

const target = document.getElementById('app')
if (target === null) throw new Error('index.html has no #app')
mount(App, { target })
void renewal.start()
