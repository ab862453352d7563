package app.lectern.integrations;

/// The fields in which an integration is entered, so that what is wrong can be shown at the field it belongs to.
public enum Field {
    NAME,
    LOGIN_ENDPOINT,
    GRAPH_ENDPOINT,
    CA_FILE,
    TENANT,
    CLIENT_ID,
    SIGN_IN_METHOD,
    SECRET,
    SECRET_ENDS,
    CERTIFICATE,
    CERTIFICATE_PASSWORD,
    OWNER,
    SERVICE_ACCOUNT
}
