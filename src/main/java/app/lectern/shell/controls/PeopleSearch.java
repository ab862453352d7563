package app.lectern.shell.controls;

import app.lectern.shell.controls.PeopleText.Person;
import java.util.List;
import java.util.function.Consumer;

/// Finds people by the beginning of a name or address. Answers on the FX thread.
@FunctionalInterface
public interface PeopleSearch {
    /// @param refused gets why nobody can be looked up
    void search(String typed, Consumer<List<Person>> found, Consumer<String> refused);
}
