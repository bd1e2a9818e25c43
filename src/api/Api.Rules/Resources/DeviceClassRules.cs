using Cybernetes.Api.Machinery;
using Cybernetes.Api.ResourceV1;

namespace Cybernetes.Api.Rules;

/// <summary>Kinds of devices that claims may name.</summary>
internal sealed class DeviceClassRules : KindRules<DeviceClass>
{
    private const int MostParts = 32;

    // Prefixes of names are not looked at.
    protected override IReadOnlyList<string> CheckName(string name, bool prefix) =>
        prefix ? [] : [.. NameRules.Subdomain(name, false).Select(wrong => wrong == Names.MaxLength(Names.SubdomainLength) ? $"must be no more than {Names.SubdomainLength} bytes" : wrong)];

    protected override DeviceClass OnCreate(DeviceClass obj, RequestFacts facts) => FirstGeneration(obj);

    protected override DeviceClass OnUpdate(DeviceClass obj, DeviceClass old, RequestFacts facts) => WithGeneration(obj, old, obj.Spec != old.Spec);

    protected override void Validate(DeviceClass obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Spec(obj.Spec, null, errors);
    }

    protected override void ValidateUpdate(DeviceClass obj, DeviceClass old, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        ValidateMetaUpdate(obj, old, errors);
        Spec(obj.Spec, old.Spec, errors);
    }

    // Selectors and configuration that were stored before are right.
    private static void Spec(DeviceClassSpec spec, DeviceClassSpec? old, ErrorList errors)
    {
        var path = FieldPath.Of("spec");
        DeviceParts.Selectors(spec.Selectors, old is not null && old.Selectors == spec.Selectors, path.Child("selectors"), errors);
        if (DeviceParts.Fits(spec.Config.Count, MostParts, path.Child("config"), errors))
        {
            for (var i = 0; i < spec.Config.Count; i++)
            {
                DeviceParts.Configuration(spec.Config[i].DeviceConfiguration, old is not null && old.Config == spec.Config, path.Child("config").Index(i), errors);
            }
        }

        if (spec.ExtendedResourceName is { } name && !ResourceNames.IsExtended(name))
        {
            errors.Invalid(path.Child("extendedResourceName"), name, "must be a valid extended resource name");
        }
    }
}
