/// The list of what is not synced as it should be, over the window: opened from Overview and the palette.
package app.lectern.sync.health.screen;
