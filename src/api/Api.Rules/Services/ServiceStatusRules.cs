using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What load balancers report of services.</summary>
internal static class ServiceStatusRules
{
    public static LoadBalancerStatus Default(LoadBalancerStatus status) => status with
    {
        Ingress = status.Ingress.Update(each => each is { IpMode: null, Ip.Length: > 0 } ? each with { IpMode = "VIP" } : each),
    };

    public static void Validate(LoadBalancerStatus status, string type, FieldPath path, ErrorList errors)
    {
        if (type != "LoadBalancer" && !status.Ingress.IsEmpty)
        {
            errors.Forbidden(path.Child("ingress"), "may only be used when `spec.type` is LoadBalancer");
            return;
        }

        for (var i = 0; i < status.Ingress.Count; i++)
        {
            var (each, at) = (status.Ingress[i], path.Child("ingress").Index(i));
            if (each.Ip.Length > 0)
            {
                Check.Ip(each.Ip, at.Child("ip"), errors);
            }

            if (each.Ip.Length > 0 && each.IpMode is null)
            {
                errors.Required(at.Child("ipMode"), "must be specified when `ip` is set");
            }
            else if (each.Ip.Length == 0 && each.IpMode is not null)
            {
                errors.Forbidden(at.Child("ipMode"), "may not be specified when `ip` is not set");
            }
            else if (each.IpMode is { } mode)
            {
                Check.Supported(mode, at.Child("ipMode"), errors, "Proxy", "VIP");
            }

            if (each.Hostname.Length > 0)
            {
                Check.Subdomain(each.Hostname, at.Child("hostname"), errors);
                if (Check.TryIp(each.Hostname, out _))
                {
                    errors.Invalid(at.Child("hostname"), each.Hostname, "must be a DNS name, not an IP address");
                }
            }
        }
    }
}
