using Cybernetes.Api.ApiServerConfigV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules;

namespace Cybernetes.ApiServer.Authentication;

/// <summary>What is right and wrong for an AuthenticationConfiguration. Pure.</summary>
internal static class AuthenticationFileRules
{
    private const int MostIssuers = 64;
    private const string Either = "claim or expression is required";
    private const string NotBoth = "claim and expression can't both be set";

    public static ErrorList Check(AuthenticationConfiguration configuration, IReadOnlyList<string> ownIssuers)
    {
        var errors = new ErrorList();
        var root = FieldPath.Of("jwt");
        if (configuration.Jwt.Count > MostIssuers)
        {
            errors.TooMany(root, configuration.Jwt.Count, MostIssuers);
            return errors;
        }
        var (urls, discoveries) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < configuration.Jwt.Count; i++)
        {
            var (jwt, at) = (configuration.Jwt[i], root.Index(i));
            Issuer(jwt.Issuer, ownIssuers, at.Child("issuer"), errors);
            if (!urls.Add(jwt.Issuer.Url))
            {
                errors.Duplicate(at.Child("issuer", "url"), jwt.Issuer.Url);
            }
            if (jwt.Issuer.DiscoveryURL is { Length: > 0 } discovery && !discoveries.Add(discovery))
            {
                errors.Duplicate(at.Child("issuer", "discoveryURL"), discovery);
            }
            Claims(jwt, at, errors);
            Mappings(jwt.ClaimMappings, at.Child("claimMappings"), errors);
            for (var j = 0; j < jwt.UserValidationRules.Count; j++)
            {
                Expression(jwt.UserValidationRules[j].Expression, "user", at.Child("userValidationRules").Index(j).Child("expression"), errors, "bool");
            }
        }
        Anonymous(configuration.Anonymous, FieldPath.Of("anonymous"), errors);
        return errors;
    }

    private static void Issuer(Issuer issuer, IReadOnlyList<string> ownIssuers, FieldPath path, ErrorList errors)
    {
        Url(issuer.Url, path.Child("url"), "URL is required", errors);
        if (ownIssuers.Contains(issuer.Url))
        {
            errors.Invalid(path.Child("url"), issuer.Url, "URL must not overlap with disallowed issuers: [" + string.Join(' ', ownIssuers) + "]");
        }
        if (issuer.DiscoveryURL is { Length: > 0 } discovery)
        {
            if (discovery.TrimEnd('/') == issuer.Url.TrimEnd('/'))
            {
                errors.Invalid(path.Child("discoveryURL"), discovery, "discoveryURL must be different from URL");
            }
            Url(discovery, path.Child("discoveryURL"), "", errors);
        }
        if (issuer.Audiences.IsEmpty)
        {
            errors.Required(path.Child("audiences"), $"at least one {path.Child("audiences")} is required");
        }
        for (var i = 0; i < issuer.Audiences.Count; i++)
        {
            if (issuer.Audiences[i].Length == 0)
            {
                errors.Required(path.Child("audiences").Index(i), "audience can't be empty");
            }
            if (issuer.Audiences.Take(i).Contains(issuer.Audiences[i]))
            {
                errors.Duplicate(path.Child("audiences").Index(i), issuer.Audiences[i]);
            }
        }
        if (issuer.Audiences.Count > 1 && issuer.AudienceMatchPolicy != "MatchAny")
        {
            errors.Invalid(path.Child("audienceMatchPolicy"), issuer.AudienceMatchPolicy, "audienceMatchPolicy must be MatchAny for multiple audiences");
        }
        else if (issuer.AudienceMatchPolicy is not ("" or "MatchAny"))
        {
            errors.Invalid(path.Child("audienceMatchPolicy"), issuer.AudienceMatchPolicy, "audienceMatchPolicy must be empty or MatchAny for single audience");
        }
        if (issuer.CertificateAuthority.Length > 0 && !issuer.CertificateAuthority.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal))
        {
            errors.Invalid(path.Child("certificateAuthority"), "<omitted>", "data does not contain any valid RSA or ECDSA certificates");
        }
    }

    private static void Url(string text, FieldPath path, string required, ErrorList errors)
    {
        if (text.Length == 0)
        {
            errors.Required(path, required);
            return;
        }
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            errors.Invalid(path, text, "URL scheme must be https");
            return;
        }
        void Wrong(bool wrong, string why)
        {
            if (wrong)
            {
                errors.Invalid(path, text, why);
            }
        }
        Wrong(url.Scheme != "https", "URL scheme must be https");
        Wrong(url.UserInfo.Length > 0, "URL must not contain a username or password");
        Wrong(url.Query.Length > 0, "URL must not contain a query");
        Wrong(url.Fragment.Length > 0, "URL must not contain a fragment");
    }

    private static void Claims(JWTAuthenticator jwt, FieldPath at, ErrorList errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < jwt.ClaimValidationRules.Count; i++)
        {
            var (rule, path) = (jwt.ClaimValidationRules[i], at.Child("claimValidationRules").Index(i));
            if (rule is { Claim.Length: > 0, Expression.Length: > 0 })
            {
                errors.Invalid(path, rule.Claim, NotBoth);
            }
            else if (rule is { Claim.Length: 0, Expression.Length: 0 })
            {
                errors.Required(path, Either);
            }
            else if (rule.Claim.Length > 0)
            {
                if (rule.Message.Length > 0)
                {
                    errors.Invalid(path.Child("message"), rule.Message, "message can't be set when claim is set");
                }
                if (!seen.Add(rule.Claim))
                {
                    errors.Duplicate(path.Child("claim"), rule.Claim);
                }
            }
            else
            {
                if (rule.RequiredValue.Length > 0)
                {
                    errors.Invalid(path.Child("requiredValue"), rule.RequiredValue, "requiredValue can't be set when expression is set");
                }
                if (!seen.Add(rule.Expression))
                {
                    errors.Duplicate(path.Child("expression"), rule.Expression);
                }
                Expression(rule.Expression, "claims", path.Child("expression"), errors, "bool");
            }
        }
    }

    private static void Mappings(ClaimMappings mappings, FieldPath path, ErrorList errors)
    {
        Prefixed(mappings.Username, path.Child("username"), true, errors);
        Prefixed(mappings.Groups, path.Child("groups"), false, errors);
        if (mappings.Uid is { Claim.Length: > 0, Expression.Length: > 0 })
        {
            errors.Invalid(path.Child("uid"), "", NotBoth);
        }
        else
        {
            Expression(mappings.Uid.Expression, "claims", path.Child("uid", "expression"), errors, "string");
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < mappings.Extra.Count; i++)
        {
            var (extra, at) = (mappings.Extra[i], path.Child("extra").Index(i));
            if (extra.Key.Length == 0)
            {
                errors.Required(at.Child("key"), "key is required");
            }
            else
            {
                Key(extra.Key, at.Child("key"), errors);
            }
            if (!seen.Add(extra.Key))
            {
                errors.Duplicate(at.Child("key"), extra.Key);
            }
            if (extra.ValueExpression.Length == 0)
            {
                errors.Required(at.Child("valueExpression"), "valueExpression is required");
            }
            Expression(extra.ValueExpression, "claims", at.Child("valueExpression"), errors);
        }
    }

    private static void Key(string key, FieldPath path, ErrorList errors)
    {
        if (!Names.IsDomainPrefixedPath(key))
        {
            errors.Invalid(path, key, "must be a domain-prefixed path (such as \"acme.io/foo\")");
        }
        if (key.Any(char.IsUpper))
        {
            errors.Invalid(path, key, "key must be lowercase");
        }
        var domain = key.Split('/')[0];
        if (domain is "k8s.io" or "kubernetes.io" || domain.EndsWith(".k8s.io", StringComparison.Ordinal) || domain.EndsWith(".kubernetes.io", StringComparison.Ordinal))
        {
            errors.Invalid(path, key, "k8s.io, kubernetes.io and their subdomains are reserved for Kubernetes use");
        }
    }

    private static void Prefixed(PrefixedClaimOrExpression mapping, FieldPath path, bool required, ErrorList errors)
    {
        switch (mapping)
        {
            case { Claim.Length: > 0, Expression.Length: > 0 }:
                errors.Invalid(path, "", NotBoth);
                break;
            case { Claim.Length: 0, Expression.Length: 0 }:
                if (required)
                {
                    errors.Required(path, Either);
                }
                else if (mapping.Prefix is { Length: > 0 } lone)
                {
                    errors.Invalid(path.Child("prefix"), lone, "non-empty prefix requires a non-empty claim");
                }
                break;
            case { Expression.Length: > 0 }:
                if (mapping.Prefix is { } prefix)
                {
                    errors.Invalid(path.Child("prefix"), prefix, "prefix can't be set when expression is set");
                }
                Expression(mapping.Expression, "claims", path.Child("expression"), errors, required ? ["string"] : []);
                break;
            default:
                if (mapping.Prefix is null)
                {
                    errors.Required(path.Child("prefix"), "prefix is required when claim is set. It can be set to an empty string to disable prefixing");
                }
                break;
        }
    }

    private static void Expression(string text, string name, FieldPath path, ErrorList errors, params ReadOnlySpan<string> results)
    {
        try
        {
            if (text.Length > 0)
            {
                CelExpression.Compile(text, [name], results);
            }
        }
        catch (FormatException wrong)
        {
            errors.Invalid(path, text, wrong.Message);
        }
    }

    private static void Anonymous(AnonymousAuthConfig? anonymous, FieldPath path, ErrorList errors)
    {
        if (anonymous is { Enabled: false, Conditions.IsEmpty: false })
        {
            errors.Invalid(path.Child("conditions"), FieldValue.Json("[]"), "enabled should be set to true when conditions are defined");
        }
    }
}
