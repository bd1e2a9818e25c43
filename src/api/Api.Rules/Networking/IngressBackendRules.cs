using Cybernetes.Api.Machinery;
using Cybernetes.Api.NetworkingV1;

namespace Cybernetes.Api.Rules;

/// <summary>Where an ingress sends what.</summary>
internal static class IngressBackendRules
{
    public static void Host(string host, FieldPath path, ErrorList errors) =>
        errors.Invalid(path, host, host.Contains('*', StringComparison.Ordinal) ? Names.WildcardDns1123Subdomain(host) : Names.Dns1123Subdomain(host));

    public static void Rule(IngressRule rule, FieldPath at, ErrorList errors)
    {
        if (rule.Host.Length > 0)
        {
            if (Check.TryIp(rule.Host, out _))
            {
                errors.Invalid(at.Child("host"), rule.Host, "must be a DNS name, not an IP address");
            }

            Host(rule.Host, at.Child("host"), errors);
        }

        if (rule.IngressRuleValue.Http is not { } http)
        {
            return;
        }

        if (http.Paths.IsEmpty)
        {
            errors.Required(at.Child("http", "paths"));
        }

        for (var i = 0; i < http.Paths.Count; i++)
        {
            Path(http.Paths[i], at.Child("http", "paths").Index(i), errors);
        }

    }

    public static void Validate(IngressBackend backend, FieldPath at, ErrorList errors)
    {
        switch (backend)
        {
            case { Service: not null, Resource: not null }:
                errors.Invalid(at, "", "cannot set both resource and service backends");
                break;
            case { Resource: { } resource }:
                if (resource.ApiGroup is { } group)
                {
                    Check.Subdomain(group, at.Child("resource", "apiGroup"), errors);
                }

                Check.PathSegment(resource.Kind, at.Child("resource", "kind"), errors);
                Check.PathSegment(resource.Name, at.Child("resource", "name"), errors);
                break;
            case { Service: { } service }:
                Service(service, at, errors);
                break;
            default:
                errors.Invalid(at, "", "resource or service backend is required");
                break;
        }
    }

    private static void Service(IngressServiceBackend service, FieldPath at, ErrorList errors)
    {
        if (service.Name.Length == 0)
        {
            errors.Required(at.Child("service", "name"));
        }
        else
        {
            errors.Invalid(at.Child("service", "name"), service.Name, NameRules.Label(service.Name, false));
        }

        var (name, number) = (service.Port.Name, service.Port.Number);
        if (name.Length > 0 && number != 0)
        {
            errors.Invalid(at, "", "cannot set both port name & port number");
        }
        else if (name.Length > 0)
        {
            errors.Invalid(at.Child("service", "port", "name"), name, Names.PortName(name));
        }
        else if (number != 0)
        {
            Check.Port(number, at.Child("service", "port", "number"), errors);
        }
        else
        {
            errors.Required(at, "port name or number is required");
        }
    }

    private static void Path(HTTPIngressPath path, FieldPath at, ErrorList errors)
    {
        switch (path.PathType)
        {
            case null:
                errors.Required(at.Child("pathType"), "pathType must be specified");
                return;
            case "Exact" or "Prefix":
                Absolute(path.Path, at, errors);
                foreach (var bad in (ReadOnlySpan<string>)["//", "/./", "/../", "%2f", "%2F"])
                {
                    if (path.Path.Contains(bad, StringComparison.Ordinal))
                    {
                        errors.Invalid(at.Child("path"), path.Path, $"must not contain '{bad}'");
                    }
                }

                foreach (var bad in (ReadOnlySpan<string>)["/..", "/."])
                {
                    if (path.Path.EndsWith(bad, StringComparison.Ordinal))
                    {
                        errors.Invalid(at.Child("path"), path.Path, $"cannot end with '{bad}'");
                    }
                }

                break;
            case "ImplementationSpecific":
                if (path.Path.Length > 0)
                {
                    Absolute(path.Path, at, errors);
                }

                break;
            default:
                errors.NotSupported(at.Child("pathType"), path.PathType, "Exact", "ImplementationSpecific", "Prefix");
                break;
        }

        Validate(path.Backend, at.Child("backend"), errors);
    }

    private static void Absolute(string path, FieldPath at, ErrorList errors)
    {
        if (!path.StartsWith('/'))
        {
            errors.Invalid(at.Child("path"), path, "must be an absolute path");
        }
    }
}
