import type { Component } from 'svelte'

/** One line of a menu. */
export interface MenuItem {
  label: string
  hint?: string | undefined
  icon?: Component<{ size?: number; 'aria-hidden'?: 'true' }>
  /** Leads somewhere else; otherwise `act` is done. */
  href?: string
  act?: () => void
  /** For a choice: this one holds now. */
  checked?: boolean
  /** The choice stands on its own, on or off. */
  box?: boolean
  danger?: boolean
  /** A hairline above it. */
  apart?: boolean
}
