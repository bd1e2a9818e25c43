using System.Globalization;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Limit ranges.</summary>
internal sealed class LimitRangeRules : KindRules<LimitRange>
{
    protected override LimitRange OnDefault(LimitRange obj) => obj with { Spec = obj.Spec with { Limits = obj.Spec.Limits.OrNone().Update(Item) } };

    protected override void Validate(LimitRange obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        var types = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < obj.Spec.Limits.Count; i++)
        {
            var (item, at) = (obj.Spec.Limits[i], FieldPath.Of("spec", "limits").Index(i));
            TypeName(item.Type, at.Child("type"), errors);
            if (!types.Add(item.Type))
            {
                errors.Duplicate(at.Child("type"), item.Type);
            }

            Keys(item, at, errors);
            foreach (var name in item.Max.Keys.Concat(item.Min.Keys).Concat(item.Default.Keys).Concat(item.DefaultRequest.Keys).Concat(item.MaxLimitRequestRatio.Keys).Distinct(StringComparer.Ordinal))
            {
                Values(item, name, at, errors);
            }
        }
    }

    private static LimitRangeItem Item(LimitRangeItem item)
    {
        item = item with
        {
            Max = PodDefaults.Quantities(item.Max),
            Min = PodDefaults.Quantities(item.Min),
            Default = PodDefaults.Quantities(item.Default),
            DefaultRequest = PodDefaults.Quantities(item.DefaultRequest),
            MaxLimitRequestRatio = PodDefaults.Quantities(item.MaxLimitRequestRatio),
        };
        if (item.Type != "Container")
        {
            return item;
        }

        var (limits, requests) = (item.Default, item.DefaultRequest);
        foreach (var (name, most) in item.Max)
        {
            limits = limits.ContainsKey(name) ? limits : limits.With(name, most);
        }

        foreach (var (name, limit) in limits)
        {
            requests = requests.ContainsKey(name) ? requests : requests.With(name, limit);
        }

        foreach (var (name, least) in item.Min)
        {
            requests = requests.ContainsKey(name) ? requests : requests.With(name, least);
        }

        return item with { Default = limits, DefaultRequest = requests };
    }

    private static void TypeName(string type, FieldPath path, ErrorList errors)
    {
        var before = errors.Count;
        Check.QualifiedName(type, path, errors);
        if (errors.Count == before && !type.Contains('/', StringComparison.Ordinal) && type is not ("Pod" or "Container" or "PersistentVolumeClaim"))
        {
            errors.Invalid(path, type, "must be a standard limit type or fully qualified");
        }
    }

    private static void Keys(LimitRangeItem item, FieldPath at, ErrorList errors)
    {
        void Of(ValueMap<Quantity> quantities, string field)
        {
            foreach (var (name, _) in quantities)
            {
                if (item.Type is "Pod" or "Container")
                {
                    ResourceNames.ContainerName(name, at.Child(field).Key(name), errors);
                }
                else
                {
                    ResourceNames.Name(name, at.Child(field).Key(name), errors);
                }
            }
        }

        Of(item.Max, "max");
        Of(item.Min, "min");
        if (item.Type == "Pod")
        {
            if (!item.Default.IsEmpty)
            {
                errors.Forbidden(at.Child("default"), "may not be specified when `type` is 'Pod'");
            }

            if (!item.DefaultRequest.IsEmpty)
            {
                errors.Forbidden(at.Child("defaultRequest"), "may not be specified when `type` is 'Pod'");
            }
        }
        else
        {
            Of(item.Default, "default");
            Of(item.DefaultRequest, "defaultRequest");
        }

        if (item.Type == "PersistentVolumeClaim" && !item.Min.ContainsKey("storage") && !item.Max.ContainsKey("storage"))
        {
            errors.Required(at.Child("limits"), "either minimum or maximum storage value is required, but neither was provided");
        }

        Of(item.MaxLimitRequestRatio, "maxLimitRequestRatio");
    }

    private static void Values(LimitRangeItem item, string name, FieldPath at, ErrorList errors)
    {
        Quantity? Of(ValueMap<Quantity> quantities) => quantities.TryGetValue(name, out var quantity) ? quantity : null;
        var (min, max, limit, request) = (Of(item.Min), Of(item.Max), item.Type == "Pod" ? null : Of(item.Default), item.Type == "Pod" ? null : Of(item.DefaultRequest));
        void Wrong(bool wrong, string field, Quantity? value, string words)
        {
            if (wrong)
            {
                errors.Invalid(at.Child(field).Key(name), value!.Value, words);
            }
        }

        Wrong(min > max, "min", min, $"min value {min} is greater than max value {max}");
        Wrong(min > request, "defaultRequest", request, $"min value {min} is greater than default request value {request}");
        Wrong(request > max, "defaultRequest", request, $"default request value {request} is greater than max value {max}");
        Wrong(request > limit, "defaultRequest", request, $"default request value {request} is greater than default limit value {limit}");
        Wrong(min > limit, "default", min, $"min value {min} is greater than default value {limit}");
        Wrong(limit > max, "default", max, $"default value {limit} is greater than max value {max}");
        if (Of(item.MaxLimitRequestRatio) is { } ratio)
        {
            Wrong(ratio < new Quantity(1), "maxLimitRequestRatio", ratio, $"ratio {ratio} is less than 1");
            if (min is { } low && max is { } high)
            {
                var most = high.ToDouble() / low.ToDouble();
                Wrong(ratio.ToDouble() > most, "maxLimitRequestRatio", ratio, $"ratio {ratio} is greater than max/min = {most.ToString("F6", CultureInfo.InvariantCulture)}");
            }
        }

        Wrong(!ResourceNames.IsOvercommitAllowed(name) && limit is not null && request is not null && limit != request, "defaultRequest", request, $"default value {limit} must equal to defaultRequest value {request} in {name}");
    }
}
