/// The window around the features: navigation, top bar, command palette, task strip, dialogs, themes and settings.
/// It knows no feature; what it shows comes in through [ShellParts], and what features may use goes out as [Shell].
package app.lectern.shell;
