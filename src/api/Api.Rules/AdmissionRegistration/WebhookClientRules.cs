using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Where a webhook is called.</summary>
internal static class WebhookClientRules
{
    private const string Form = "; desired format: https://host[/path]";

    public static WebhookClientConfig Default(WebhookClientConfig client) =>
        client.Service is { Port: null } service ? client with { Service = service with { Port = 443 } } : client;

    public static void Validate(WebhookClientConfig client, FieldPath path, ErrorList errors)
    {
        if (client.Url is null == client.Service is null)
        {
            errors.Required(path, "exactly one of url or service is required");
        }
        else if (client.Url is { } url)
        {
            Url(url, path.Child("url"), errors);
        }
        else if (client.Service is { } service)
        {
            Service(service.Name, service.Namespace, service.Path, service.Port ?? 0, path.Child("service"), errors);
        }
    }

    /// <summary>A URL that webhooks may have; errors show the part that is wrong.</summary>
    public static void Url(string text, FieldPath path, ErrorList errors)
    {
        var url = GoUrl.Parse(text);
        if (url.Error is { } why)
        {
            errors.Required(path, $"url must be a valid URL: {why}{Form}");
            return;
        }

        if (url.Scheme != "https")
        {
            errors.Invalid(path, url.Scheme, $"'https' is the only allowed URL scheme{Form}");
        }

        if (url.Host.Length == 0)
        {
            errors.Invalid(path, url.Host, $"host must be specified{Form}");
        }

        if (url.User is { } user)
        {
            errors.Invalid(path, user, "user information is not permitted in the URL");
        }

        if (url.Fragment.Length > 0)
        {
            errors.Invalid(path, url.Fragment, "fragments are not permitted in the URL");
        }

        if (url.Query.Length > 0)
        {
            errors.Invalid(path, url.Query, "query parameters are not permitted in the URL");
        }
    }

    /// <summary>A Service that webhooks may have. Upstream mixes up name and namespace, so a missing one is told as the other.</summary>
    public static void Service(string name, string @namespace, string? urlPath, int port, FieldPath path, ErrorList errors)
    {
        Check.Required(@namespace, path.Child("name"), errors);
        Check.Required(name, path.Child("namespace"), errors);
        if (Names.PortNumber(port) is { Count: > 0 } wrong)
        {
            errors.Invalid(path.Child("port"), port, "port is not valid: " + string.Join(',', wrong));
        }

        if (urlPath is not (null or "" or "/"))
        {
            UrlPath(urlPath, path.Child("path"), errors);
        }
    }

    private static void UrlPath(string value, FieldPath path, ErrorList errors)
    {
        if (value == "//")
        {
            errors.Invalid(path, value, "segment[0] may not be empty");
            return;
        }

        if (value[0] != '/')
        {
            errors.Invalid(path, value, "must start with a '/'");
        }

        var steps = value[1..];
        steps = steps.EndsWith('/') ? steps[..^1] : steps;
        foreach (var (i, step) in steps.Split('/').Index())
        {
            if (step.Length == 0)
            {
                errors.Invalid(path, value, $"segment[{i}] may not be empty");
                continue;
            }

            foreach (var wrong in Names.Dns1123Subdomain(step))
            {
                errors.Invalid(path, value, $"segment[{i}]: {wrong}");
            }
        }
    }
}
