using Cybernetes.Api.Machinery;
using Cybernetes.Api.ResourceV1;

namespace Cybernetes.Api.Rules;

/// <summary>What a claim was given, who holds it, and what its devices tell.</summary>
internal static class ResourceClaimStatusRules
{
    private const int MostConsumers = 256;
    private const int MostResults = 32;

    public static void Validate(ResourceClaim obj, ResourceClaim old, ErrorList errors)
    {
        var (status, path) = (obj.Status, FieldPath.Of("status"));
        DeviceParts.Set(status.ReservedFor, MostConsumers, consumer => consumer.Uid, path.Child("reservedFor"), errors, (consumer, at) =>
        {
            Check.Required(consumer.Resource, at.Child("resource"), errors);
            Check.Required(consumer.Name, at.Child("name"), errors);
            Check.Required(consumer.Uid, at.Child("uid"), errors);
        });
        var given = (status.Allocation?.Devices.Results ?? default).Select(result => $"{result.Driver}/{result.Pool}/{result.Device}/{result.ShareID}").ToHashSet(StringComparer.Ordinal);
        DeviceParts.Set(status.Devices, int.MaxValue, Id, path.Child("devices"), errors, (device, at) => Device(device, given, at, errors));
        if (!status.ReservedFor.IsEmpty && status.Allocation is null)
        {
            errors.Forbidden(path.Child("reservedFor"), "may not be specified when `allocated` is not set");
        }
        else if (obj.Metadata.DeletionTimestamp is not null && status.ReservedFor.Any(consumer => !old.Status.ReservedFor.Contains(consumer)))
        {
            errors.Forbidden(path.Child("reservedFor"), "new entries may not be added while `deallocationRequested` or `deletionTimestamp` are set");
        }

        if (status.Allocation is not { } allocation)
        {
            return;
        }

        if (old.Status.Allocation is { } before)
        {
            Check.Unchanged(allocation, before, path.Child("allocation"), errors, GoDump.Of);
        }
        else
        {
            Allocation(obj.Spec.Devices, allocation, path.Child("allocation"), errors);
        }
    }

    private static string Id(AllocatedDeviceStatus device) => $"{device.Driver}/{device.Pool}/{device.Device}/{device.ShareID}";

    private static void Device(AllocatedDeviceStatus device, HashSet<string> given, FieldPath at, ErrorList errors)
    {
        VolumeRules.CsiDriver(device.Driver, at.Child("driver"), errors);
        DeviceParts.Pool(device.Pool, at.Child("pool"), errors);
        Check.Label(device.Device, at.Child("device"), errors);
        if (!given.Contains(Id(device)))
        {
            errors.Invalid(at, $"{device.Driver}/{device.Pool}/{device.Device}", "must be an allocated device in the claim");
        }

        if (device.Conditions.Count > 8)
        {
            errors.TooMany(at.Child("conditions"), device.Conditions.Count, 8);
        }

        ConditionRules.Validate(device.Conditions, at.Child("conditions"), errors);
        if (device.Data is { Raw.IsEmpty: false } data)
        {
            DeviceParts.RawObject(data.Raw, false, at.Child("data"), errors);
        }

        if (device.NetworkData is not { } network)
        {
            return;
        }

        var here = at.Child("networkData");
        if (network.InterfaceName.Utf8Length() > 256)
        {
            errors.TooLong(here.Child("interfaceName"), 256);
        }

        if (network.HardwareAddress.Utf8Length() > 128)
        {
            errors.TooLong(here.Child("hardwareAddress"), 128);
        }

        DeviceParts.Set(network.Ips, 16, ip => ip, here.Child("ips"), errors, (ip, where) =>
        {
            if (!Check.TryCidr(ip, out _, out _))
            {
                errors.Invalid(where, ip, "must be a valid address in CIDR form, (e.g. 10.9.8.7/24 or 2001:db8::1/64)");
            }
        });
    }

    private static void Allocation(DeviceClaim claim, AllocationResult allocation, FieldPath path, ErrorList errors)
    {
        var (devices, at) = (allocation.Devices, path.Child("devices"));
        if (DeviceParts.Fits(devices.Results.Count, MostResults, at.Child("results"), errors))
        {
            for (var i = 0; i < devices.Results.Count; i++)
            {
                Result(claim, devices.Results[i], at.Child("results").Index(i), errors);
            }
        }

        if (DeviceParts.Fits(devices.Config.Count, 2 * MostResults, at.Child("config"), errors))
        {
            for (var i = 0; i < devices.Config.Count; i++)
            {
                var here = at.Child("config").Index(i);
                Check.OneOf(devices.Config[i].Source, here.Child("source"), errors, "FromClaim", "FromClass");
                DeviceClaimRules.References(claim, devices.Config[i].Requests, here.Child("requests"), errors);
                DeviceParts.Configuration(devices.Config[i].DeviceConfiguration, false, here, errors);
            }
        }

        if (allocation.NodeSelector is not null)
        {
            NodeSelectorRules.Validate(allocation.NodeSelector, path.Child("nodeSelector"), errors);
        }
    }

    private static void Result(DeviceClaim claim, DeviceRequestAllocationResult result, FieldPath at, ErrorList errors)
    {
        DeviceClaimRules.Reference(claim, result.Request, at.Child("request"), errors);
        VolumeRules.CsiDriver(result.Driver, at.Child("driver"), errors);
        DeviceParts.Pool(result.Pool, at.Child("pool"), errors);
        Check.Label(result.Device, at.Child("device"), errors);
        DeviceParts.Binding(result.BindingConditions, result.BindingFailureConditions, at, errors);
        for (var i = 0; i < result.Tolerations.Count; i++)
        {
            DeviceParts.Toleration(result.Tolerations[i], at.Child("tolerations").Index(i), errors);
        }

        if (result.ShareID is { } share && !(Guid.TryParseExact(share, "D", out _) && !share.Any(char.IsAsciiLetterUpper)))
        {
            errors.Invalid(at.Child("shareID"), share, "uid must be in RFC 4122 normalized form, `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx` with lowercase hexadecimal characters");
        }
    }
}
