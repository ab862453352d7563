/// The setup wizard as a person sees it: the steps and their rail, the dialog with the device code, and what each step
/// remembers while it is open. What is checked and kept is done by the services beside this package.
package app.lectern.integrations.wizard;
