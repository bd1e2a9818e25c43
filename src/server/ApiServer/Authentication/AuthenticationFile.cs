using Cybernetes.Api.ApiServerConfigV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules;
using Cybernetes.ApiServer.Authentication.Oidc;

namespace Cybernetes.ApiServer.Authentication;

/// <summary>Reads <c>--authentication-config</c> (KEP-3331): the issuers of tokens and who may come without credentials. Versions v1, v1beta1 and v1alpha1 are alike.</summary>
public sealed record AuthenticationFile(IReadOnlyList<OidcOptions> Issuers, AnonymousAuthConfig? Anonymous)
{
    private static readonly string[] _claims = ["claims"], _user = ["user"];

    /// <summary>Reads the file. Throws <see cref="FormatException"/> in upstream's words, or <see cref="IOException"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ownIssuers">Issuers of this server's own tokens, which no other may be.</param>
    public static AuthenticationFile Read(string path, IReadOnlyList<string> ownIssuers)
    {
        AuthenticationConfiguration configuration;
        try
        {
            var document = YamlReader.Read(File.ReadAllBytes(path));
            if (document["kind"].AsString != "AuthenticationConfiguration" || document["apiVersion"].AsString is not ("apiserver.config.k8s.io/v1" or "apiserver.config.k8s.io/v1beta1" or "apiserver.config.k8s.io/v1alpha1"))
            {
                throw new FormatException($"expected AuthenticationConfiguration, got {document["apiVersion"].AsString}, Kind={document["kind"].AsString}");
            }
            var unknown = new List<string>();
            configuration = Value.FromValue<AuthenticationConfiguration>(document, unknown);
            if (unknown.Count > 0)
            {
                throw new FormatException($"strict decoding error: {string.Join(", ", unknown.Select(field => $"unknown field \"{field}\""))}");
            }
        }
        catch (WireException wrong)
        {
            throw new FormatException($"failed to decode authentication configuration: {wrong.Message}");
        }
        var errors = AuthenticationFileRules.Check(configuration, ownIssuers);
        return errors.IsEmpty ? new([.. configuration.Jwt.Select(Options)], configuration.Anonymous) : throw new FormatException(errors.ToString());
    }

    private static OidcOptions Options(JWTAuthenticator jwt)
    {
        var (issuer, mappings) = (jwt.Issuer, jwt.ClaimMappings);
        return new OidcOptions(issuer.Url, [.. issuer.Audiences])
        {
            DiscoveryUrl = issuer.DiscoveryURL ?? "",
            CertificateAuthority = issuer.CertificateAuthority,
            UsernameClaim = mappings.Username.Claim,
            UsernamePrefix = mappings.Username.Prefix is { Length: > 0 } prefix ? prefix : "-",
            GroupsClaim = mappings.Groups.Claim,
            GroupsPrefix = mappings.Groups.Prefix ?? "",
            UidClaim = mappings.Uid.Claim,
            RequiredClaims = jwt.ClaimValidationRules.Where(rule => rule.Claim.Length > 0).ToDictionary(rule => rule.Claim, rule => rule.RequiredValue, StringComparer.Ordinal),
            Algorithms = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256", "PS384", "PS512"],
            Mapping = new ClaimMapping
            {
                Username = Expression(mappings.Username.Expression, _claims, "string"),
                Groups = Expression(mappings.Groups.Expression, _claims),
                Uid = Expression(mappings.Uid.Expression, _claims, "string"),
                Extra = [.. mappings.Extra.Select(extra => (extra.Key, Expression(extra.ValueExpression, _claims)!))],
                ClaimRules = [.. jwt.ClaimValidationRules.Where(rule => rule.Expression.Length > 0).Select(rule => new ClaimRule(Expression(rule.Expression, _claims, "bool")!, rule.Message))],
                UserRules = [.. jwt.UserValidationRules.Select(rule => new ClaimRule(Expression(rule.Expression, _user, "bool")!, rule.Message))],
            },
        };
    }

    private static CelExpression? Expression(string text, string[] names, params ReadOnlySpan<string> results) => text.Length == 0 ? null : CelExpression.Compile(text, names, results);
}
