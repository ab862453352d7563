/// Finding out what is wrong: checks with a finding each, in the words of someone who has to fix it.
package app.lectern.diagnosis;
