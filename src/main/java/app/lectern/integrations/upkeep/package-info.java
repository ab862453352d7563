/// What has to be looked at now and then so that an integration stays sound: a list with due dates.
package app.lectern.integrations.upkeep;
