using Cybernetes.Api.ApiServerConfigV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules;
using Cybernetes.ApiServer.Authentication.Webhooks;
using Cybernetes.ApiServer.Authorization.Modes;
using Cybernetes.Client.Configuration;

namespace Cybernetes.ApiServer.Authorization;

/// <summary>Reads <c>--authorization-config</c> (KEP-3221): the authorizers in order, webhooks with conditions among them. Versions v1, v1beta1 and v1alpha1 are alike.</summary>
public sealed record AuthorizationFile(ValueList<AuthorizerConfiguration> Authorizers)
{
    private const int MostConditions = 64;

    private static readonly TimeSpan _longestTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The types in order.</summary>
    public IReadOnlyList<string> Modes => [.. Authorizers.Select(authorizer => authorizer.Type)];

    /// <summary>Reads the file. Throws <see cref="FormatException"/> in upstream's words, or <see cref="IOException"/>.</summary>
    public static AuthorizationFile Read(string path)
    {
        try
        {
            var document = YamlReader.Read(File.ReadAllBytes(path));
            if (document["kind"].AsString != "AuthorizationConfiguration" || document["apiVersion"].AsString is not ("apiserver.config.k8s.io/v1" or "apiserver.config.k8s.io/v1beta1" or "apiserver.config.k8s.io/v1alpha1"))
            {
                throw new FormatException($"expected AuthorizationConfiguration, got {document["apiVersion"].AsString}, Kind={document["kind"].AsString}");
            }
            var unknown = new List<string>();
            var configuration = Value.FromValue<AuthorizationConfiguration>(document, unknown);
            var errors = unknown.Count > 0 ? throw new FormatException($"strict decoding error: {string.Join(", ", unknown.Select(field => $"unknown field \"{field}\""))}") : Check(configuration.Authorizers);
            return errors.IsEmpty ? new(configuration.Authorizers) : throw new FormatException(errors.ToString());
        }
        catch (WireException wrong)
        {
            throw new FormatException($"failed to decode authorization configuration: {wrong.Message}");
        }
    }

    /// <summary>The authorizer of one entry; null for a type that is no webhook.</summary>
    public static IAuthorizer? Webhook(AuthorizerConfiguration entry, TimeProvider time)
    {
        if (entry.Webhook is not { } webhook)
        {
            return null;
        }
        var client = WebhookClient.FromKubeconfig(webhook.ConnectionInfo.KubeConfigFile!);
        var authorizer = new WebhookAuthorizer(
            client,
            webhook.CacheAuthorizedRequests == false ? TimeSpan.Zero : webhook.AuthorizedTTL.IsZero ? TimeSpan.FromMinutes(5) : webhook.AuthorizedTTL.Span,
            webhook.CacheUnauthorizedRequests == false ? TimeSpan.Zero : webhook.UnauthorizedTTL.IsZero ? TimeSpan.FromSeconds(30) : webhook.UnauthorizedTTL.Span,
            time,
            webhook.FailurePolicy == "Deny");
        return webhook.MatchConditions.IsEmpty
            ? authorizer
            : new ConditionalAuthorizer(authorizer, [.. webhook.MatchConditions.Select(condition => Compile(condition.Expression))], webhook.FailurePolicy == "Deny");
    }

    private static CelExpression Compile(string expression) => CelExpression.Compile(expression, ["request"], "bool");

    private static ErrorList Check(ValueList<AuthorizerConfiguration> authorizers)
    {
        var errors = new ErrorList();
        var root = FieldPath.Of("authorizers");
        if (authorizers.IsEmpty)
        {
            errors.Required(root, "at least one authorization mode must be defined");
        }
        var (types, names) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < authorizers.Count; i++)
        {
            var (entry, at) = (authorizers[i], root.Index(i));
            if (entry.Type is not ("ABAC" or "AlwaysAllow" or "AlwaysDeny" or "Node" or "RBAC" or "Webhook"))
            {
                errors.NotSupported(at.Child("type"), entry.Type, "ABAC", "AlwaysAllow", "AlwaysDeny", "Node", "RBAC", "Webhook");
                continue;
            }
            if (!types.Add(entry.Type) && entry.Type != "Webhook")
            {
                errors.Duplicate(at.Child("type"), entry.Type);
            }
            if (entry.Name.Length == 0)
            {
                errors.Required(at.Child("name"));
            }
            else if (!names.Add(entry.Name))
            {
                errors.Duplicate(at.Child("name"), entry.Name);
            }
            else
            {
                errors.Invalid(at.Child("name"), entry.Name, Names.Dns1123Subdomain(entry.Name).Take(1).Select(why => $"authorizer name is invalid: {why}"));
            }
            if (entry.Type == "Webhook" && entry.Webhook is null)
            {
                errors.Required(at.Child("webhook"), "required when type=Webhook");
            }
            else if (entry.Type == "Webhook")
            {
                Webhook(entry.Webhook!, at.Child("webhook"), errors);
            }
            else if (entry.Webhook is not null)
            {
                errors.Invalid(at.Child("webhook"), "non-null", $"may only be specified when type=Webhook");
            }
        }
        return errors;
    }

    private static void Webhook(WebhookConfiguration webhook, FieldPath path, ErrorList errors)
    {
        if (webhook.Timeout.IsZero)
        {
            errors.Required(path.Child("timeout"));
        }
        else if (webhook.Timeout.Nanoseconds < 0)
        {
            errors.Invalid(path.Child("timeout"), webhook.Timeout.ToString(), "must be greater than 0s and less than or equal to 30s");
        }
        else if (webhook.Timeout.Span > _longestTimeout)
        {
            errors.Invalid(path.Child("timeout"), webhook.Timeout.ToString(), "must be greater than 0s and less than or equal to 30s");
        }
        foreach (var (version, name) in new[] { (webhook.SubjectAccessReviewVersion, "subjectAccessReviewVersion"), (webhook.MatchConditionSubjectAccessReviewVersion, "matchConditionSubjectAccessReviewVersion") })
        {
            if (version.Length == 0 && (name == "subjectAccessReviewVersion" || !webhook.MatchConditions.IsEmpty))
            {
                errors.Required(path.Child(name));
            }
            else if (version is not ("" or "v1" or "v1beta1") || (version == "v1beta1" && name != "subjectAccessReviewVersion"))
            {
                errors.NotSupported(path.Child(name), version, name == "subjectAccessReviewVersion" ? ["v1", "v1beta1"] : ["v1"]);
            }
        }
        if (webhook.FailurePolicy.Length == 0)
        {
            errors.Required(path.Child("failurePolicy"));
        }
        else if (webhook.FailurePolicy is not ("NoOpinion" or "Deny"))
        {
            errors.NotSupported(path.Child("failurePolicy"), webhook.FailurePolicy, "NoOpinion", "Deny");
        }
        var info = path.Child("connectionInfo");
        switch (webhook.ConnectionInfo.Type)
        {
            case "":
                errors.Required(info.Child("type"));
                break;
            case "KubeConfigFile" when string.IsNullOrEmpty(webhook.ConnectionInfo.KubeConfigFile):
                errors.Required(info.Child("kubeConfigFile"));
                break;
            case "KubeConfigFile" when !Path.IsPathRooted(webhook.ConnectionInfo.KubeConfigFile):
                errors.Invalid(info.Child("kubeConfigFile"), webhook.ConnectionInfo.KubeConfigFile, "must be an absolute path");
                break;
            case "KubeConfigFile" when !File.Exists(webhook.ConnectionInfo.KubeConfigFile):
                errors.Invalid(info.Child("kubeConfigFile"), webhook.ConnectionInfo.KubeConfigFile, $"error loading file: stat {webhook.ConnectionInfo.KubeConfigFile}: no such file or directory");
                break;
            case "InClusterConfig" or "KubeConfigFile":
                break;
            default:
                errors.NotSupported(info.Child("type"), webhook.ConnectionInfo.Type, "InClusterConfig", "KubeConfigFile");
                break;
        }
        Conditions(webhook.MatchConditions, path.Child("matchConditions"), errors);
    }

    private static void Conditions(ValueList<WebhookMatchCondition> conditions, FieldPath path, ErrorList errors)
    {
        if (conditions.Count > MostConditions)
        {
            errors.TooMany(path, conditions.Count, MostConditions);
        }
        for (var i = 0; i < conditions.Count; i++)
        {
            var (text, at) = (conditions[i].Expression, path.Index(i).Child("expression"));
            if (text.AsSpan().Trim().IsEmpty)
            {
                errors.Required(at);
                continue;
            }
            if (conditions.Take(i).Any(other => other.Expression == text))
            {
                errors.Duplicate(at, text);
            }
            try
            {
                Compile(text);
            }
            catch (FormatException wrong)
            {
                errors.Invalid(at, text, wrong.Message);
            }
        }
    }
}
