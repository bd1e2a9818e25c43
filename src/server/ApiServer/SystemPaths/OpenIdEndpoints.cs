using Cybernetes.ApiServer.Command;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.Pki.Tokens;

namespace Cybernetes.ApiServer.SystemPaths;

/// <summary>What others need to verify the server's service account tokens (KEP-1393).</summary>
internal static class OpenIdEndpoints
{
    private const string Jwks = "application/jwk-set+json";

    public static void AddTo(PathTable paths, ApiServerHost host)
    {
        var issuer = host.Options.ServiceAccountIssuers[0];
        var here = host.Options.ExternalHostname.Length > 0 ? host.Options.ExternalHostname : ServerIdentity.AdvertiseAddress(host.Options).ToString();
        var uri = host.Options.Guards.JwksUri.Length > 0 ? host.Options.Guards.JwksUri : $"https://{here}:{host.Options.SecurePort}/openid/v1/jwks";
        paths.Add("/.well-known/openid-configuration", (_, _) => new(Cached("application/json", OpenIdDiscovery.Write(issuer, uri, host.Identity.ServiceAccounts.VerificationKeys))));
        paths.Add("/openid/v1/jwks", (context, _) => new(context.Accept.Length == 0 || context.Accept.Contains(Jwks, StringComparison.Ordinal) || context.Accept.Contains("*/*", StringComparison.Ordinal)
            ? Cached(Jwks, JsonWebKeySet.Write(host.Identity.ServiceAccounts.VerificationKeys))
            : SystemEndpoints.Plain(406, "406: Not Acceptable\n\nAvailable representations: " + Jwks)));
    }

    private static Response Cached(string type, byte[] body) => new BytesResponse(200, type, body) { Headers = [new("Cache-Control", "public, max-age=3600")] };
}
