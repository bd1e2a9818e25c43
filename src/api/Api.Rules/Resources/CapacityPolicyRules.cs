using Cybernetes.Api.Machinery;
using Cybernetes.Api.ResourceV1;

namespace Cybernetes.Api.Rules;

/// <summary>How much of a device's capacity may be asked for where several claims share the device.</summary>
internal static class CapacityPolicyRules
{
    private const int MostValues = 10;

    public static void Validate(DeviceCapacity capacity, bool shared, FieldPath at, ErrorList errors)
    {
        if (capacity.RequestPolicy is not { } policy)
        {
            return;
        }

        var path = at.Child("requestPolicy");
        if (!shared)
        {
            errors.Forbidden(path, "allowMultipleAllocations must be true");
        }
        else if (!policy.ValidValues.IsEmpty && policy.ValidRange is not null)
        {
            errors.Forbidden(path, "exactly one policy can be specified, cannot specify \"validValues\" and \"validRange\" at the same time");
        }
        else if (!policy.ValidValues.IsEmpty)
        {
            if (policy.Default is { } standard)
            {
                Values(standard, capacity.Value, policy.ValidValues, path.Child("validValues"), errors);
            }
            else
            {
                errors.Required(path.Child("default"), "required when validValues is defined");
            }
        }
        else if (policy.ValidRange is { } range)
        {
            if (policy.Default is { } standard)
            {
                Range(standard, capacity.Value, range, path.Child("validRange"), errors);
            }
            else
            {
                errors.Required(path.Child("default"), "required when validRange is defined");
            }
        }
    }

    private static void Values(Quantity standard, Quantity most, ValueList<Quantity> values, FieldPath path, ErrorList errors)
    {
        for (var i = 1; i < values.Count; i++)
        {
            if (values[i - 1] > values[i])
            {
                errors.Invalid(path.Index(i), values[i].ToString(), "values must be sorted in ascending order");
            }
        }

        DeviceParts.Set(values, MostValues, value => value.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), path, errors, (value, at) =>
        {
            if (value > most)
            {
                errors.Invalid(at, value.ToString(), $"option is larger than capacity value: {most}");
            }
        });
        if (!values.Contains(standard))
        {
            errors.Invalid(path, standard.ToString(), "default value is not valid according to the requestPolicy");
        }
    }

    private static void Range(Quantity standard, Quantity most, CapacityRequestPolicyRange range, FieldPath path, ErrorList errors)
    {
        if (range.Min is not { } min)
        {
            errors.Required(path.Child("min"), "required when validRange is defined");
            return;
        }

        void Wrong(bool wrong, string field, Quantity value, string why)
        {
            if (wrong)
            {
                errors.Invalid(path.Child(field), value.ToString(), why);
            }
        }

        Wrong(min > most, "min", min, $"min is larger than capacity value: {most}");
        Wrong(standard < min, "default", standard, $"default is less than min: {min}");
        if (range.Max is { } max)
        {
            Wrong(min > max, "max", min, $"min is larger than max: {max}");
            Wrong(max > most, "max", max, $"max is larger than capacity value: {most}");
            Wrong(standard > max, "default", standard, $"default is more than max: {max}");
        }

        if (range.Step is not { } step)
        {
            return;
        }

        if (step.Sign <= 0)
        {
            errors.Invalid(path.Child("step"), step.ToString(), "must be greater than zero");
            return;
        }

        Wrong(min + step > most, "step", step, $"one step {min + step} is larger than capacity value: {most}");
        foreach (var value in range.Max is { } top ? new[] { standard, top } : [standard])
        {
            Wrong(step.Value > 0 && (value.Value - min.Value) % step.Value != 0, "step", value, $"value is not a multiple of a given step ({step}) from ({min})");
        }
    }
}
