package app.lectern.integrations.permissions;

import app.lectern.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What an app with these permissions can then do in a tenant, in words: consent is given to that, not to names.
public final class Powers {
    /// @param permission in Graph's spelling
    /// @param text       what it lets the app do, and to whom
    public record Power(String permission, String text) {}

    private Powers() {}

    /// @param appOnly whether the app acts for itself, in the whole tenant, or for the person who signs in
    public static List<Power> of(PermissionCatalogue catalogue, boolean appOnly, Words words) {
        var found = new ArrayList<Power>();
        for (var each : catalogue.required()) {
            each.form(appOnly).ifPresent(form -> found.add(new Power(form.name(),
                    words.text("power." + each.probe().name().toLowerCase(Locale.ROOT).replace('_', '-')))));
        }
        return List.copyOf(found);
    }

    /// How far it reaches, and how it is made to reach less far.
    public static List<String> limits(boolean appOnly, Words words) {
        return appOnly ? List.of(words.text("powers.tenant"), words.text("powers.teams"), words.text("powers.exchange"))
                : List.of(words.text("powers.person"));
    }
}
