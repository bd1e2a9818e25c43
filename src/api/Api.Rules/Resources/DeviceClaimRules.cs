using Cybernetes.Api.Machinery;
using Cybernetes.Api.ResourceV1;

namespace Cybernetes.Api.Rules;

/// <summary>Which devices a claim asks for.</summary>
internal static class DeviceClaimRules
{
    private const int MostParts = 32;
    private const int MostAlternatives = 8;
    private const string Unknown = "must be the name of a request in the claim or the name of a request and a subrequest separated by '/'";
    private const string OneOf = "exactly one of `exactly` or `firstAvailable` is required";

    public static ResourceClaimSpec Default(ResourceClaimSpec spec) => spec with
    {
        Devices = spec.Devices with
        {
            Requests = spec.Devices.Requests.OrNone().Update(request => request with
            {
                Exactly = request.Exactly is { } exactly ? exactly with { AllocationMode = Mode(exactly.AllocationMode), Count = Count(exactly.AllocationMode, exactly.Count), Tolerations = exactly.Tolerations.Update(Default) } : null,
                FirstAvailable = request.FirstAvailable.Update(sub => sub with { AllocationMode = Mode(sub.AllocationMode), Count = Count(sub.AllocationMode, sub.Count), Tolerations = sub.Tolerations.Update(Default) }),
            }),
        },
    };

    public static void Validate(ResourceClaimSpec spec, FieldPath path, ErrorList errors)
    {
        var (claim, at) = (spec.Devices, path.Child("devices"));
        DeviceParts.Set(claim.Requests, MostParts, request => request.Name, at.Child("requests"), errors, (request, here) => Request(request, here, errors));
        if (DeviceParts.Fits(claim.Constraints.Count, MostParts, at.Child("constraints"), errors))
        {
            for (var i = 0; i < claim.Constraints.Count; i++)
            {
                Constraint(claim, claim.Constraints[i], at.Child("constraints").Index(i), errors);
            }
        }

        if (DeviceParts.Fits(claim.Config.Count, MostParts, at.Child("config"), errors))
        {
            for (var i = 0; i < claim.Config.Count; i++)
            {
                var here = at.Child("config").Index(i);
                References(claim, claim.Config[i].Requests, here.Child("requests"), errors);
                DeviceParts.Configuration(claim.Config[i].DeviceConfiguration, false, here, errors);
            }
        }
    }

    /// <summary>Names of requests, or of their alternatives, of a claim.</summary>
    public static void References(DeviceClaim claim, ValueList<string> names, FieldPath path, ErrorList errors) =>
        DeviceParts.Set(names, MostParts, name => name, path, errors, (name, at) => Reference(claim, name, at, errors));

    /// <summary>The name of a request, or of an alternative of it, of a claim.</summary>
    public static void Reference(DeviceClaim claim, string name, FieldPath at, ErrorList errors)
    {
        var parts = name.Split('/');
        if (parts.Length > 2)
        {
            errors.Invalid(at, name, Unknown);
            return;
        }

        foreach (var part in parts)
        {
            Check.Label(part, at, errors);
        }

        if (claim.Requests.FirstOrDefault(request => request.Name == parts[0]) is not { } found || (parts.Length == 2 && found.FirstAvailable.All(sub => sub.Name != parts[1])))
        {
            errors.Invalid(at, name, Unknown);
        }
    }

    private static string Mode(string mode) => mode.Length == 0 ? "ExactCount" : mode;

    private static long Count(string mode, long count) => mode is "" or "ExactCount" && count == 0 ? 1 : count;

    private static DeviceToleration Default(DeviceToleration toleration) => toleration.Operator.Length == 0 ? toleration with { Operator = "Equal" } : toleration;

    private static void Request(DeviceRequest request, FieldPath at, ErrorList errors)
    {
        Check.Label(request.Name, at.Child("name"), errors);
        switch (request.Exactly, request.FirstAvailable.IsEmpty)
        {
            case (null, true):
                errors.Required(at, OneOf);
                break;
            case (not null, false):
                errors.Invalid(at, FieldValue.Null, OneOf + ", but multiple fields are set");
                break;
            case ({ } exactly, true):
                Ask(exactly.DeviceClassName, exactly.Selectors, exactly.AllocationMode, exactly.Count, exactly.Tolerations, at.Child("exactly"), errors);
                break;
            default:
                DeviceParts.Set(request.FirstAvailable, MostAlternatives, sub => sub.Name, at.Child("firstAvailable"), errors, (sub, here) =>
                {
                    Check.Label(sub.Name, here.Child("name"), errors);
                    Ask(sub.DeviceClassName, sub.Selectors, sub.AllocationMode, sub.Count, sub.Tolerations, here, errors);
                });
                break;
        }
    }

    private static void Ask(string className, ValueList<DeviceSelector> selectors, string mode, long count, ValueList<DeviceToleration> tolerations, FieldPath at, ErrorList errors)
    {
        Check.RequiredName(className, at.Child("deviceClassName"), errors);
        DeviceParts.Selectors(selectors, false, at.Child("selectors"), errors);
        switch (mode)
        {
            case "All":
                if (count != 0)
                {
                    errors.Invalid(at.Child("count"), count, $"must not be specified when allocationMode is '{mode}'");
                }

                break;
            case "ExactCount":
                if (count <= 0)
                {
                    errors.Invalid(at.Child("count"), count, "must be greater than zero");
                }

                break;
            default:
                errors.NotSupported(at.Child("allocationMode"), mode, "All", "ExactCount");
                break;
        }

        for (var i = 0; i < tolerations.Count; i++)
        {
            DeviceParts.Toleration(tolerations[i], at.Child("tolerations").Index(i), errors);
        }
    }

    private static void Constraint(DeviceClaim claim, DeviceConstraint constraint, FieldPath at, ErrorList errors)
    {
        References(claim, constraint.Requests, at.Child("requests"), errors);
        if (constraint.MatchAttribute is { } match)
        {
            DeviceParts.FullName(match, at.Child("matchAttribute"), errors);
        }
        else if (constraint.DistinctAttribute is { } distinct)
        {
            DeviceParts.FullName(distinct, at.Child("distinctAttribute"), errors);
        }
        else
        {
            errors.Required(at, "exactly one of \"matchAttribute\" or \"distinctAttribute\" is required, but multiple fields are set");
        }
    }
}
