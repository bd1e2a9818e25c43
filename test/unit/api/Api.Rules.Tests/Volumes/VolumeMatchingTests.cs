using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.Rules.Tests.Volumes;

public sealed class VolumeMatchingTests
{
    private static PersistentVolume Volume(string name, string size, string storageClass = "", string phase = "Available", ObjectReference? claim = null, params string[] modes) => new()
    {
        Metadata = new ObjectMeta { Name = name, Labels = ValueMap.Of(("name", name)) },
        Spec = new PersistentVolumeSpec
        {
            Capacity = ValueMap.Of(("storage", Quantity.Parse(size))),
            AccessModes = (modes.Length == 0 ? ["ReadWriteOnce"] : modes).ToValueList(),
            StorageClassName = storageClass,
            ClaimRef = claim,
        },
        Status = new PersistentVolumeStatus { Phase = phase },
    };

    private static PersistentVolumeClaim Claim(string size = "1Gi", string storageClass = "", LabelSelector? selector = null) => new()
    {
        Metadata = new ObjectMeta { Name = "c", Namespace = "default", Uid = "cu", ResourceVersion = "7" },
        Spec = new PersistentVolumeClaimSpec
        {
            AccessModes = ["ReadWriteOnce"],
            StorageClassName = storageClass,
            Selector = selector,
            Resources = new VolumeResourceRequirements { Requests = ValueMap.Of(("storage", Quantity.Parse(size))) },
        },
    };

    [Fact]
    public void TheSmallestThatIsLargeEnoughWins() =>
        Assert.Equal("b", VolumeMatching.Best(Claim("2Gi"), [Volume("a", "1Gi"), Volume("d", "10Gi"), Volume("b", "3Gi")], false)?.Metadata.Name);

    [Fact]
    public void FewerAccessModesWinOverSize() =>
        Assert.Equal("a", VolumeMatching.Best(Claim(), [Volume("b", "1Gi", modes: ["ReadWriteOnce", "ReadOnlyMany"]), Volume("a", "5Gi")], false)?.Metadata.Name);

    [Theory]
    [InlineData("fast", "Available")]
    [InlineData("", "Released")]
    public void AnotherClassOrPhaseDoesNotSuit(string storageClass, string phase) => Assert.Null(VolumeMatching.Best(Claim(), [Volume("a", "1Gi", storageClass, phase)], false));

    [Fact]
    public void TheSelectorChooses() =>
        Assert.Equal("b", VolumeMatching.Best(Claim(selector: new LabelSelector { MatchLabels = ValueMap.Of(("name", "b")) }), [Volume("a", "1Gi"), Volume("b", "1Gi")], false)?.Metadata.Name);

    [Fact]
    public void AVolumeThatNamesTheClaimWinsEvenWhereTheSchedulerChooses()
    {
        var named = Volume("a", "9Gi", claim: new ObjectReference { Namespace = "default", Name = "c" });
        Assert.Equal("a", VolumeMatching.Best(Claim(), [Volume("b", "1Gi"), named], true)?.Metadata.Name);
        Assert.Null(VolumeMatching.Best(Claim(), [Volume("b", "1Gi")], true));
    }

    [Fact]
    public void AMismatchIsToldInUpstreamsWords()
    {
        Assert.Equal("requested PV is too small", VolumeMatching.Mismatch(Claim("2Gi"), Volume("a", "1Gi")));
        Assert.Equal("storageClassName does not match", VolumeMatching.Mismatch(Claim(), Volume("a", "1Gi", "fast")));
        Assert.Equal("incompatible accessMode", VolumeMatching.Mismatch(Claim(), Volume("a", "1Gi", modes: ["ReadOnlyMany"])));
        Assert.Null(VolumeMatching.Mismatch(Claim(), Volume("a", "1Gi")));
    }

    [Fact]
    public void BindingIsMarkedAsTheControllersAndUndone()
    {
        var bound = VolumeBindings.Bind(Volume("a", "1Gi"), Claim());
        Assert.Equal("cu", bound.Spec.ClaimRef?.Uid);
        Assert.Equal(bound, VolumeBindings.Bind(bound, Claim()));
        Assert.Null(VolumeBindings.Unbind(bound).Spec.ClaimRef);
        var owning = VolumeBindings.Bind(Claim(), bound);
        Assert.Equal(("a", "yes", "yes"), (owning.Spec.VolumeName, owning.Metadata.Annotations[VolumeBindings.ByController], owning.Metadata.Annotations[VolumeBindings.Completed]));
    }

    [Fact]
    public void AVolumeBoundInAdvanceKeepsTheNameWhenItIsFreed()
    {
        var bound = VolumeBindings.Bind(Volume("a", "1Gi", claim: new ObjectReference { Namespace = "default", Name = "c" }), Claim());
        Assert.False(bound.Metadata.Annotations.ContainsKey(VolumeBindings.ByController));
        Assert.Equal(("c", ""), (VolumeBindings.Unbind(bound).Spec.ClaimRef?.Name, VolumeBindings.Unbind(bound).Spec.ClaimRef?.Uid));
    }
}
