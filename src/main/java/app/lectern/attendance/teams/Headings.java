package app.lectern.attendance.teams;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The headings of Teams' attendance file in the languages in which it writes them. What is not among them is read by its place,
/// for the places are the same in all languages.
final class Headings {
    enum Column { NAME, JOIN, LEAVE, DURATION, EMAIL, UPN, ROLE, ACTION, TIMESTAMP }

    /// Words of a heading, simplified: lower case, letters only.
    private static final Map<Column, Set<String>> KNOWN = new EnumMap<>(Map.of(
            Column.NAME, Set.of("name", "fullname", "vollstandigername", "nom", "nomcomplet", "nombre", "nombrecompleto", "naam", "volledigenaam", "nome",
                    "nomecompleto", "nomecompleta", "namn", "fullstandigtnamn", "imieinazwisko", "nazwa", "imie", "pelnanazwa"),
            Column.JOIN, Set.of("firstjoin", "jointime", "joined", "erstebeitrittszeit", "erstmalsbeigetreten", "erstebeitritt", "beitrittszeit",
                    "zeitpunktdesbeitritts", "premierejonction", "premiereparticipation", "premiereconnexion", "heuredejonction", "heuredarrivee",
                    "heuredeparticipation", "primeraincorporacion", "primeraconexion", "horadeunion", "horadeentrada", "eersteingangstijd",
                    "eerstedeelname", "tijdstipvandeelname", "deelnametijd", "primeiraentrada", "primeiroingresso", "horadeingresso", "primoaccesso",
                    "primapartecipazione", "oradipartecipazione", "oradiaccesso", "forstaanslutning", "anslutningstid", "forstagangenansluten",
                    "pierwszedolaczenie", "godzinadolaczenia", "czasdolaczenia"),
            Column.LEAVE, Set.of("lastleave", "leavetime", "left", "letzteaustrittszeit", "letztesverlassen", "austrittszeit", "zeitpunktdesverlassens",
                    "dernierdepart", "derniersortie", "dernieresortie", "heurededepart", "ultimasalida", "ultimoabandono", "horadesalida",
                    "laatsteafmeldtijd", "laatstevertrek", "tijdstipvanvertrek", "vertrektijd", "ultimasaida", "horadesaida", "ultimauscita",
                    "ultimoabbandono", "oradiuscita", "oradiabbandono", "senastlamnat", "sistalamnande", "tidforlamnande", "lamnade",
                    "ostatnieopuszczenie", "godzinaopuszczenia", "czasopuszczenia"),
            Column.DURATION, Set.of("inmeetingduration", "duration", "dauerderteilnahme", "dauerinderbesprechung", "besprechungsdauer", "dauer", "duree",
                    "dureedelareunion", "dureedanslareunion", "duracion", "duraciondelareunion", "duracionenlareunion", "duur", "duurindevergadering",
                    "duurvandevergadering", "duracao", "duracaonareuniao", "duracaodareuniao", "durata", "duratadellariunione", "duratanellariunione",
                    "varaktighet", "varaktighetimotet", "langd", "czastrwania", "czastrwaniaspotkania", "czasuczestnictwawspotkaniu"),
            Column.EMAIL, Set.of("email", "emailaddress", "emailadresse", "courriel", "adressedemessagerie", "adresseemail", "correo", "correoelectronico",
                    "emailadres", "endereco", "enderecodeemail", "indirizzoemail", "indirizzodipostaelettronica", "postaelettronica", "epost",
                    "epostadress", "adresemail"),
            Column.UPN, Set.of("participantidupn", "participantid", "teilnehmeridupn", "teilnehmerid", "idduparticipantupn", "idparticipantupn",
                    "iddeparticipanteupn", "iddelparticipanteupn", "deelnemeridupn", "deelnemersidupn", "idpartecipanteupn", "iddelpartecipanteupn",
                    "deltagaridupn", "deltagarensidupn", "identyfikatoruczestnikaupn", "iduczestnikaupn", "iddoparticipanteupn"),
            Column.ROLE, Set.of("role", "rolle", "rol", "funcao", "ruolo", "roll", "rola", "papel", "fonction"),
            Column.ACTION, Set.of("useraction", "benutzeraktion", "actiondelutilisateur", "acciondelusuario", "gebruikersactie", "acaodousuario",
                    "azioneutente", "anvandaratgard", "akcjauzytkownika"),
            Column.TIMESTAMP, Set.of("timestamp", "zeitstempel", "horodatage", "marcadetiempo", "tijdstempel", "carimbodedatahora", "dataeora",
                    "tidsstampel", "znacznikczasu", "sygnaturaczasowa")));
    private static final List<Column> PARTICIPANTS = List.of(Column.NAME, Column.JOIN, Column.LEAVE, Column.DURATION, Column.EMAIL, Column.UPN, Column.ROLE);
    private static final List<Column> ACTIVITIES = List.of(Column.NAME, Column.JOIN, Column.LEAVE, Column.DURATION, Column.EMAIL, Column.ROLE);

    private Headings() {}

    static String simplified(String heading) {
        var plain = java.text.Normalizer.normalize(heading.toLowerCase(Locale.ROOT).replace("ł", "l").replace("ß", "ss"), java.text.Normalizer.Form.NFD);
        return plain.replaceAll("[^a-z]", "");
    }

    static Optional<Column> column(String heading) {
        var word = simplified(heading);
        return KNOWN.entrySet().stream().filter(entry -> entry.getValue().contains(word)).map(Map.Entry::getKey).findFirst();
    }

    /// How many of the cells are known headings.
    static long known(List<String> row) {
        return row.stream().filter(cell -> column(cell).isPresent()).count();
    }

    /// The column of each cell. In a section whose language is not known the places decide.
    static List<Optional<Column>> columns(List<String> row, boolean activities) {
        var found = new ArrayList<Optional<Column>>(row.stream().map(Headings::column).toList());
        boolean enough = found.contains(Optional.of(Column.NAME)) && (found.contains(Optional.of(Column.JOIN)) || found.contains(Optional.of(Column.TIMESTAMP)));
        if (!enough) {
            var places = activities ? ACTIVITIES : PARTICIPANTS;
            found.clear();
            for (int at = 0; at < row.size(); at++) {
                found.add(at < places.size() ? Optional.of(places.get(at)) : Optional.empty());
            }
        }
        return found;
    }
}
