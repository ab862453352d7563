package app.lectern.integrations.permissions;

import app.lectern.integrations.Integration;
import app.lectern.integrations.SignInMethod;
import java.util.List;
import java.util.stream.Collectors;

/// The PowerShell lines with which an administrator registers the app that Lectern signs in with: for this tenant only, with
/// the permissions that its jobs need and none beside, and consent for them. At the end they print what the wizard asks for.
public final class RegistrationScript {
    private RegistrationScript() {}

    /// @param of the tenant and the way of signing in; the client id is what the script is there for
    public static String of(Integration of, PermissionCatalogue catalogue, AppJobs jobs) {
        boolean appOnly = of.signInMethod().isUnattended();
        var least = catalogue.least(jobs, appOnly);
        var access = least.stream()
                .map(each -> "  @{ Id = %s; Type = '%s' }  # %s".formatted(PowerShell.quoted(each.form().id()), appOnly ? "Role" : "Scope", each.name()))
                .collect(Collectors.joining("\n"));
        return """
                Connect-MgGraph -TenantId %s `
                  -Scopes Application.ReadWrite.All, %s
                $graph  = Get-MgServicePrincipal -Filter "appId eq '%s'"
                $access = @(
                %s
                )
                %s$app = New-MgApplication -DisplayName 'Lectern' -SignInAudience AzureADMyOrg `
                  -RequiredResourceAccess @{ ResourceAppId = $graph.AppId; ResourceAccess = $access }%s
                $principal = New-MgServicePrincipal -AppId $app.AppId

                # Admin consent for the whole tenant
                %s
                %s
                # Copy what these lines print into Lectern
                "Tenant id: $((Get-MgContext).TenantId)"
                "Client id: $($app.AppId)"
                "Object id: $($app.Id)"
                %s""".formatted(PowerShell.quoted(of.tenant()), appOnly ? "AppRoleAssignment.ReadWrite.All" : "DelegatedPermissionGrant.ReadWrite.All",
                PermissionCatalogue.GRAPH_APP_ID, access, before(of.signInMethod()), with(of.signInMethod()), consent(appOnly, least),
                credential(of.signInMethod()), shown(of.signInMethod()));
    }

    private static String before(SignInMethod method) {
        return method != SignInMethod.CERTIFICATE ? "" : """
                # The public part of the certificate; its private key stays on the computer that runs Lectern
                $certificate = @{ Type = 'AsymmetricX509Cert'; Usage = 'Verify'; Key = [IO.File]::ReadAllBytes("$PWD\\lectern.cer") }
                """;
    }

    private static String with(SignInMethod method) {
        return switch (method) {
            case SECRET -> "";
            case CERTIFICATE -> " `\n  -KeyCredentials @($certificate)";
            case DEVICE_CODE, BROWSER -> " `\n  -IsFallbackPublicClient -PublicClient @{ RedirectUris = @('http://localhost') }";
        };
    }

    private static String consent(boolean appOnly, List<PermissionCatalogue.Asked> least) {
        if (appOnly) {
            return """
                    foreach ($one in $access) {
                      New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $principal.Id `
                        -PrincipalId $principal.Id -ResourceId $graph.Id -AppRoleId $one.Id | Out-Null
                    }
                    """;
        }
        var scopes = least.stream().map(PermissionCatalogue.Asked::name).collect(Collectors.joining(" "));
        return """
                New-MgOauth2PermissionGrant -ClientId $principal.Id -ResourceId $graph.Id -ConsentType AllPrincipals `
                  -Scope %s | Out-Null
                """.formatted(PowerShell.quoted(scopes));
    }

    /// Entra offers two years; half a year is what is advised, and Lectern announces the end.
    private static String credential(SignInMethod method) {
        return method != SignInMethod.SECRET ? "" : """
                # A secret for half a year; it is shown this once
                $secret = Add-MgApplicationPassword -ApplicationId $app.Id `
                  -PasswordCredential @{ DisplayName = 'Lectern'; EndDateTime = (Get-Date).AddMonths(6) }
                """;
    }

    private static String shown(SignInMethod method) {
        return method != SignInMethod.SECRET ? "" : """
                "Secret, the value: $($secret.SecretText)"
                "Last day of the secret: $($secret.EndDateTime.ToString('yyyy-MM-dd'))"
                """;
    }
}
