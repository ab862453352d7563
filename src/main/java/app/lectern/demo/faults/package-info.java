/// What can go wrong on the way and at the far end, switched on by rule, and the record of what was asked meanwhile.
package app.lectern.demo.faults;
