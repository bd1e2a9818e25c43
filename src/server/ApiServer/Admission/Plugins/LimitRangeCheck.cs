using System.Globalization;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules.Quota;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>What in a pod or claim is outside a limit range, in upstream's words. Pure.</summary>
internal static class LimitRangeCheck
{
    public static List<string> Pod(LimitRange range, PodSpec spec)
    {
        var errors = new List<string>();
        foreach (var limit in range.Spec.Limits)
        {
            switch (limit.Type)
            {
                case "Container":
                    foreach (var container in spec.Containers.Concat(spec.InitContainers))
                    {
                        Check(limit, container.Resources.Requests, container.Resources.Limits, errors);
                    }
                    break;
                case "Pod":
                    Check(limit, PodDemand.Requests(spec, withOverhead: false), PodDemand.Limits(spec, withOverhead: false), errors);
                    break;
            }
        }
        return errors;
    }

    public static List<string> Claim(LimitRange range, PersistentVolumeClaim claim)
    {
        var errors = new List<string>();
        var requests = claim.Spec.Resources.Requests;
        foreach (var limit in range.Spec.Limits.Where(l => l.Type == "PersistentVolumeClaim"))
        {
            foreach (var (name, enforced) in limit.Min)
            {
                Add(errors, Min(limit.Type, name, enforced, requests, default));
            }
            foreach (var (name, enforced) in limit.Max)
            {
                Add(errors, !requests.TryGetValue(name, out var request)
                    ? $"maximum {name} usage per {limit.Type} is {enforced}.  No request is specified"
                    : request > enforced ? $"maximum {name} usage per {limit.Type} is {enforced}, but request is {request}" : null);
            }
        }
        return errors;
    }

    private static void Check(LimitRangeItem limit, ValueMap<Quantity> requests, ValueMap<Quantity> limits, List<string> errors)
    {
        foreach (var (name, enforced) in limit.Min)
        {
            Add(errors, Min(limit.Type, name, enforced, requests, limits));
        }
        foreach (var (name, enforced) in limit.Max)
        {
            Add(errors, Max(limit.Type, name, enforced, requests, limits));
        }
        foreach (var (name, enforced) in limit.MaxLimitRequestRatio)
        {
            Add(errors, Ratio(limit.Type, name, enforced, requests, limits));
        }
    }

    private static string? Min(string type, string name, Quantity enforced, ValueMap<Quantity> requests, ValueMap<Quantity> limits)
    {
        if (!requests.TryGetValue(name, out var request))
        {
            return $"minimum {name} usage per {type} is {enforced}.  No request is specified";
        }
        if (request < enforced)
        {
            return $"minimum {name} usage per {type} is {enforced}, but request is {request}";
        }
        return limits.TryGetValue(name, out var limit) && limit < enforced
            ? $"minimum {name} usage per {type} is {enforced}, but limit is {limit}"
            : null;
    }

    private static string? Max(string type, string name, Quantity enforced, ValueMap<Quantity> requests, ValueMap<Quantity> limits)
    {
        if (!limits.TryGetValue(name, out var limit))
        {
            return $"maximum {name} usage per {type} is {enforced}.  No limit is specified";
        }
        if (limit > enforced)
        {
            return $"maximum {name} usage per {type} is {enforced}, but limit is {limit}";
        }
        return requests.TryGetValue(name, out var request) && request > enforced
            ? $"maximum {name} usage per {type} is {enforced}, but request is {request}"
            : null;
    }

    private static string? Ratio(string type, string name, Quantity enforced, ValueMap<Quantity> requests, ValueMap<Quantity> limits)
    {
        var text = $"{name} max limit to request ratio per {type} is {enforced}, but";
        if (!requests.TryGetValue(name, out var request) || request.IsZero)
        {
            return $"{text} no request is specified or request is 0";
        }
        if (!limits.TryGetValue(name, out var limit) || limit.IsZero)
        {
            return $"{text} no limit is specified or limit is 0";
        }
        var ratio = limit.ToDouble() / request.ToDouble();
        return ratio > enforced.ToDouble() ? string.Create(CultureInfo.InvariantCulture, $"{text} provided ratio is {ratio:F6}") : null;
    }

    private static void Add(List<string> errors, string? error)
    {
        if (error is not null)
        {
            errors.Add(error);
        }
    }
}
